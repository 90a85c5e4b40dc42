/** E-mail addresses and passwords: their canonical form, the rules for new ones, and the hash. */
@NullMarked
package dev.ticketing.auth.credential;

import org.jspecify.annotations.NullMarked;
