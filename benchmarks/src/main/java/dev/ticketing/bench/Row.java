package dev.ticketing.bench;

import dev.ticketing.bench.measure.Load;

/**
 * Work of the suite, and the least that does the same.
 *
 * @param name as in {@code --rows}
 * @param what in the table
 * @param floor what the floor does
 */
record Row(String name, String what, Load ours, String floor, Load least) {}
