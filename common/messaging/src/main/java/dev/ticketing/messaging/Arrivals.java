package dev.ticketing.messaging;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Wakes threads that wait for an event about an aggregate. Another instance may handle the event: one thread per id looks
 * for its effect now and then, and wakes the others.
 */
public final class Arrivals {

    private static final Duration FIRST_LOOK_AFTER = Duration.ofMillis(50);

    /** The threads that wait for each id, longest first. */
    private final ConcurrentMap<String, Deque<Thread>> waiting = new ConcurrentHashMap<>();

    /** Wakes all threads that wait for this id. */
    public void arrived(String id) {
        waiters(id).forEach(LockSupport::unpark);
    }

    private List<Thread> waiters(String id) {
        var waiters = new ArrayDeque<Thread>();
        waiting.computeIfPresent(id, (same, threads) -> {
            waiters.addAll(threads);
            return threads;
        });
        return List.copyOf(waiters);
    }

    /** Returns what was found, at the latest when patience ends. */
    <T> Optional<T> await(String id, Supplier<Optional<T>> find, Duration patience) {
        enter(id);
        try {
            var found = search(id, find, patience);
            if (found.isPresent() && isFirst(id)) {
                arrived(id);
            }
            return found;
        } finally {
            leave(id);
        }
    }

    /** The intervals between the looks double: waiting for what never comes costs five looks a second. */
    private <T> Optional<T> search(String id, Supplier<Optional<T>> find, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        var interval = FIRST_LOOK_AFTER.toNanos();
        var found = find.get();
        for (var left = patience.toNanos(); found.isEmpty() && left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(isFirst(id) ? Math.min(interval, left) : left);
            interval *= 2;
            found = find.get();
        }
        return found;
    }

    private boolean isFirst(String id) {
        return waiters(id).getFirst() == Thread.currentThread();
    }

    private void enter(String id) {
        waiting.compute(id, (same, threads) -> {
            var all = threads == null ? new ArrayDeque<Thread>() : threads;
            all.add(Thread.currentThread());
            return all;
        });
    }

    /** The next thread in line takes over the looking. */
    private void leave(String id) {
        waiting.computeIfPresent(id, (same, threads) -> {
            threads.remove(Thread.currentThread());
            LockSupport.unpark(threads.peek());
            return threads.isEmpty() ? null : threads;
        });
    }
}
