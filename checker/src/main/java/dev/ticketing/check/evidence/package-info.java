/** The evidence for the invariants, as plain records. */
@NullMarked
package dev.ticketing.check.evidence;

import org.jspecify.annotations.NullMarked;
