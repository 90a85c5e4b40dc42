/** What follows from the evidence by itself: reservations in time, clocks, and legal states. */
package dev.ticketing.check.history;
