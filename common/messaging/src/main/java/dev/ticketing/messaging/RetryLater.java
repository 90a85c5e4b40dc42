package dev.ticketing.messaging;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by an {@link EventHandler} that cannot do its work yet: the event is delivered again and never becomes a dead
 * letter.
 */
public final class RetryLater extends RuntimeException {

    private final transient @Nullable Duration delay;

    /** Delivered again with a growing delay. */
    public RetryLater(String message, Throwable cause) {
        super(message, cause);
        this.delay = null;
    }

    /** Delivered again after {@code delay}. */
    public RetryLater(String message, Duration delay) {
        super(message);
        this.delay = delay;
    }

    /** Empty if the delay grows. */
    public Optional<Duration> delay() {
        return Optional.ofNullable(delay);
    }
}
