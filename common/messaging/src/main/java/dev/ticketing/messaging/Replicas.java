package dev.ticketing.messaging;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Reading copies of other services' documents, which are behind by the time an event takes. */
public final class Replicas {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private Replicas() {}

    /**
     * Finds a document that may be on its way: who has just made a ticket may order it in the next moment. Empty if it has
     * not come within a second.
     */
    public static <T> Optional<T> await(Supplier<Optional<T>> find) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var found = find.get();
        while (found.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(INTERVAL.toNanos());
            found = find.get();
        }
        return found;
    }
}
