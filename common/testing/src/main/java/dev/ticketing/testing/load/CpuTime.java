package dev.ticketing.testing.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The CPU time of this process for some work, over all threads and independent of other load. In nanoseconds. */
final class CpuTime {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final int MANY = 25;
    private static final int AGAIN = 3;
    private static final int FAR = 5;

    /** The coarsest unit of the operating systems' counters. */
    private static final long TICK = 10_000_000;

    private CpuTime() {}

    /** The average of many runs, never zero: one run may be below the unit of the counter. */
    static long average(Runnable work) {
        var all = of(() -> IntStream.range(0, MANY).forEach(i -> work.run()));
        return Math.max(all, TICK) / MANY;
    }

    /**
     * One run if that is little or far more; otherwise the least of several runs, because the first may include
     * compilation or garbage collection.
     */
    static long least(Runnable work, long little) {
        var first = of(work);
        return first <= little || first > FAR * little
                ? first
                : LongStream.range(0, AGAIN).map(i -> of(work)).min().orElseThrow();
    }

    private static long of(Runnable work) {
        var before = SYSTEM.getProcessCpuTime();
        work.run();
        return SYSTEM.getProcessCpuTime() - before;
    }
}
