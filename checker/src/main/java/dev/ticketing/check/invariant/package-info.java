/** The invariants, as functions of the evidence without any I/O. */
package dev.ticketing.check.invariant;
