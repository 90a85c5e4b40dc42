/** Facts derived from the events: when reservations began and ended, clocks, and legal states. */
@NullMarked
package dev.ticketing.check.history;

import org.jspecify.annotations.NullMarked;
