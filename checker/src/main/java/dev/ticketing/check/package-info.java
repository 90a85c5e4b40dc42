/**
 * Verifies from the data of a running suite that nothing was sold twice, nothing was lost, and no one was charged
 * wrongly.
 */
package dev.ticketing.check;
