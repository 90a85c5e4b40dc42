package dev.ticketing.local.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The patience for a process: it may take several times as long as planned while it makes progress, that is, while it
 * uses the processor. A process that only waits, or that the machine never schedules, uses next to nothing.
 */
final class Patience {

    private static final int TIMES = 10;
    private static final Duration PROGRESS = Duration.ofSeconds(1);

    private final Duration idle;
    private final Supplier<Duration> cpu;
    private final long began = System.nanoTime();

    /** @param idle how long without progress */
    Patience(Duration idle, Supplier<Duration> cpu) {
        this.idle = idle;
        this.cpu = cpu;
    }

    <T> T await(Future<T> result) throws InterruptedException, ExecutionException, TimeoutException {
        var used = cpu.get();
        while (true) {
            try {
                return result.get(idle.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                var now = cpu.get();
                if (now.minus(used).compareTo(PROGRESS) < 0 || spent().compareTo(idle.multipliedBy(TIMES)) >= 0) {
                    throw e;
                }
                used = now;
            }
        }
    }

    Duration spent() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
