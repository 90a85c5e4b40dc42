/** A large number of malformed and unusual requests: every response must follow our rules. */
package dev.ticketing.systemtests.fuzz;
