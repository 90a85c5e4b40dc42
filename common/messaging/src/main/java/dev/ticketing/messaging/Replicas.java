package dev.ticketing.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.bson.types.ObjectId;

/**
 * Finds copies of other services' documents, which lag behind by the delivery time of an event. An id contains its
 * creation time: a recent id that is not found is not yet known, an older one does not exist.
 */
public final class Replicas {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(6);
    /** A request that finds all places taken does not wait. */
    private static final int MOST_WAITERS = 250;

    private final Clock clock;
    private final Arrivals arrivals;
    private final Duration longestLag;
    private final Semaphore places = new Semaphore(MOST_WAITERS);

    Replicas(Clock clock, Arrivals arrivals, Duration longestLag) {
        this.clock = clock;
        this.arrivals = arrivals;
        this.longestLag = longestLag;
    }

    /**
     * Finds a document by its id, and waits up to a second for one that may be on its way.
     *
     * @return empty if there is no such document
     * @throws NotYetKnown if the document may still come
     */
    public <T> Optional<T> await(String id, Supplier<Optional<T>> find) {
        var found = find.get();
        return found.isPresent() || !mayBeOnItsWay(id) ? found : Optional.of(awaited(id, find));
    }

    /**
     * Finds a document as it is after a change, and waits up to a second for a change that may be on its way.
     *
     * @param find empty until the change has arrived
     * @throws NotYetKnown if the change has not arrived
     */
    public <T> T awaitChange(String id, Supplier<Optional<T>> find) {
        return find.get().orElseGet(() -> awaited(id, find));
    }

    private boolean mayBeOnItsWay(String id) {
        if (!ObjectId.isValid(id)) {
            return false;
        }
        var made = Instant.ofEpochSecond(Integer.toUnsignedLong(new ObjectId(id).getTimestamp()));
        var now = clock.instant();
        return made.isAfter(now.minus(longestLag)) && made.isBefore(now.plus(CLOCKS_DIFFER_BY));
    }

    private <T> T awaited(String id, Supplier<Optional<T>> find) {
        if (!places.tryAcquire()) {
            throw new NotYetKnown(id);
        }
        try {
            return arrivals.await(id, find, PATIENCE).orElseThrow(() -> new NotYetKnown(id));
        } finally {
            places.release();
        }
    }
}
