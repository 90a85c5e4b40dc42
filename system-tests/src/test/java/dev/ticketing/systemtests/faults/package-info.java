/** Faults of production, injected into real processes under load; afterwards every invariant holds. */
package dev.ticketing.systemtests.faults;
