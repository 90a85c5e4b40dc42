package dev.ticketing.messaging.consumer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Runs tasks concurrently, but those of one key one after the other. The caller waits while too many are queued. */
final class KeyedExecutor {

    private static final Duration DRAIN_AT_MOST = Duration.ofSeconds(15);

    private final List<ExecutorService> lanes;
    private final Semaphore places;

    KeyedExecutor(String name, int count, int capacity) {
        lanes = IntStream.range(0, count)
                .mapToObj(lane -> Executors.newSingleThreadExecutor(
                        Thread.ofVirtual().name(name + "-" + lane).factory()))
                .toList();
        places = new Semaphore(capacity);
    }

    void submit(String key, Runnable task) throws InterruptedException {
        places.acquire();
        lanes.get(Math.floorMod(key.hashCode(), lanes.size())).execute(() -> {
            try {
                task.run();
            } finally {
                places.release();
            }
        });
    }

    void drain() throws InterruptedException {
        lanes.forEach(ExecutorService::shutdown);
        var deadline = System.nanoTime() + DRAIN_AT_MOST.toNanos();
        for (var lane : lanes) {
            lane.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }
}
