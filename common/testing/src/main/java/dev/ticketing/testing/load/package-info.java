/** Concurrent actions, and texts whose work must grow in proportion to their length. */
@NullMarked
package dev.ticketing.testing.load;

import org.jspecify.annotations.NullMarked;
