/** Something to look at: two accounts and a few hundred tickets, made through the public API. */
package dev.ticketing.local.demo;
