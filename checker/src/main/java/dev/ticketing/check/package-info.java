/**
 * Verifies from the data of a running suite that nothing was sold twice, nothing was lost, and no one was charged
 * wrongly.
 */
@NullMarked
package dev.ticketing.check;

import org.jspecify.annotations.NullMarked;
