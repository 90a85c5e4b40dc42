/** Demo content: two accounts and a few hundred tickets, created through the public API. */
package dev.ticketing.local.demo;
