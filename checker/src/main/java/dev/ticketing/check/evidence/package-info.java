/** The evidence for the invariants, as plain records. */
package dev.ticketing.check.evidence;
