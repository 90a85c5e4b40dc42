/** The backing services of tests: containers, or embedded and local servers. */
package dev.ticketing.testing.backing;
