/** What goes wrong in production, done to real processes under load; afterwards every invariant holds. */
package dev.ticketing.systemtests.faults;
