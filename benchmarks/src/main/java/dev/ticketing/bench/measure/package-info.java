/** Load, and what it costs. */
package dev.ticketing.bench.measure;
