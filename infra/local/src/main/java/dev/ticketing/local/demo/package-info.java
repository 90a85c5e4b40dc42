/** Demo content: two accounts and a few hundred tickets, created through the public API. */
@NullMarked
package dev.ticketing.local.demo;

import org.jspecify.annotations.NullMarked;
