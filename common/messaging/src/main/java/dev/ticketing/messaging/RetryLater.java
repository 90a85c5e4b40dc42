package dev.ticketing.messaging;

import java.time.Duration;
import java.util.Optional;

/** Thrown by an {@link EventHandler} that cannot do its work yet: the event comes back, and is never given up. */
public final class RetryLater extends RuntimeException {

    private final transient Duration delay;

    /** Comes back with a growing delay. */
    public RetryLater(String message, Throwable cause) {
        super(message, cause);
        this.delay = null;
    }

    /** Comes back after {@code delay}. */
    public RetryLater(String message, Duration delay) {
        super(message);
        this.delay = delay;
    }

    /** Empty if it grows. */
    public Optional<Duration> delay() {
        return Optional.ofNullable(delay);
    }
}
