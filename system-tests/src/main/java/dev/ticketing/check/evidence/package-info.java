/** What the invariants are judged by: plain records. */
package dev.ticketing.check.evidence;
