/** The backing services of tests: containers, or embedded and local servers. */
@NullMarked
package dev.ticketing.testing.backing;

import org.jspecify.annotations.NullMarked;
