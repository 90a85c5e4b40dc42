/** Concurrent actions, and texts whose work must grow in proportion to their length. */
package dev.ticketing.testing.load;
