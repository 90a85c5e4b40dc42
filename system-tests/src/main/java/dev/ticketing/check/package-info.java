/** Proves that nothing was sold twice, nothing lost and nobody charged wrongly, from what a running suite has stored. */
package dev.ticketing.check;
