/** The invariants, as functions of the evidence without any I/O. */
@NullMarked
package dev.ticketing.check.invariant;

import org.jspecify.annotations.NullMarked;
