/** E-mail addresses and passwords: their canonical form, the rules for new ones, and the hash. */
package dev.ticketing.auth.credential;
