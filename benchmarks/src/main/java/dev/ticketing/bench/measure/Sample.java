package dev.ticketing.bench.measure;

import java.time.Duration;

/**
 * One measurement.
 *
 * @param operations that succeeded
 * @param took wall-clock time
 * @param cpu of all processes that take part, the load generator excluded
 * @param p50 of the time an operation took
 * @param p99 likewise
 */
public record Sample(long operations, Duration took, Duration cpu, Duration p50, Duration p99) {

    public double perSecond() {
        return operations / seconds(took);
    }

    /** CPU time of an operation in milliseconds. */
    public double cpuMillis() {
        return 1_000 * seconds(cpu) / operations;
    }

    public static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
