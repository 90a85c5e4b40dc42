/** Load, and what it costs. */
@NullMarked
package dev.ticketing.bench.measure;

import org.jspecify.annotations.NullMarked;
