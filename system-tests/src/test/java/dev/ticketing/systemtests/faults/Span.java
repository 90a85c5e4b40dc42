package dev.ticketing.systemtests.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lasts at least this long, including the work meanwhile. */
record Span(long end) implements AutoCloseable {

    static Span of(Duration length) {
        return new Span(System.nanoTime() + length.toNanos());
    }

    @Override
    public void close() {
        for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
