/** Facts derived from the events: when reservations began and ended, clocks, and legal states. */
package dev.ticketing.check.history;
