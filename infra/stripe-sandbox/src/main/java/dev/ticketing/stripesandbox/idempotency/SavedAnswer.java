package dev.ticketing.stripesandbox.idempotency;

import dev.ticketing.stripesandbox.api.StripeError;
import dev.ticketing.stripesandbox.store.Document;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;

/** The first response for an idempotency key, whatever its status. */
record SavedAnswer(String id, String path, String fingerprint, int status, String body, long created)
        implements Document {

    private static final Duration KEPT = Duration.ofHours(24);

    boolean expired(Instant now) {
        return Instant.ofEpochSecond(created).plus(KEPT).isBefore(now);
    }

    /** Refuses a call that differs from the first one. */
    void requireSame(HttpServletRequest request, String callFingerprint) {
        if (!path.equals(request.getRequestURI())) {
            throw StripeError.idempotency(
                    400,
                    "Keys for idempotent requests can only be used for the same endpoint they were first used for ('%s' vs '%s'). Try using a key other than '%s' if you meant to execute a different request."
                            .formatted(request.getRequestURI(), path, id));
        }
        if (!fingerprint.equals(callFingerprint)) {
            throw StripeError.idempotency(
                    400,
                    "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '%s' if you meant to execute a different request."
                            .formatted(id));
        }
    }
}
