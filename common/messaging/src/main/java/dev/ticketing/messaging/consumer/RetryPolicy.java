package dev.ticketing.messaging.consumer;

import dev.ticketing.messaging.RetryLater;
import dev.ticketing.messaging.wire.MalformedEvent;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/** Which failures are retried, after which delay, and which are final. */
final class RetryPolicy {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int TRIES_OF_AN_UNKNOWN_FAILURE = 5;

    private RetryPolicy() {}

    /** Doubles with every delivery, from 50 ms up to 30 s. */
    static Duration delay(long deliveries) {
        var doubled = FIRST.multipliedBy(1L << Math.clamp(deliveries - 1, 0, 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    static Duration delay(RuntimeException failure, long deliveries) {
        return failure instanceof RetryLater later ? later.delay().orElse(delay(deliveries)) : delay(deliveries);
    }

    /** Whether another delivery cannot help, or has failed often enough. */
    static boolean isFinal(RuntimeException failure, long deliveries) {
        if (failure instanceof MalformedEvent) {
            return true;
        }
        return !isTransient(failure) && deliveries >= TRIES_OF_AN_UNKNOWN_FAILURE;
    }

    private static boolean isTransient(RuntimeException failure) {
        return failure instanceof RetryLater
                || (failure instanceof DataAccessException && !(failure instanceof InvalidDataAccessApiUsageException));
    }
}
