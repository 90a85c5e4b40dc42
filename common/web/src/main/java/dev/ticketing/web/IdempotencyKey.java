package dev.ticketing.web;

import dev.ticketing.messaging.Creation;
import java.time.Instant;

/**
 * By what a client tells a repetition of its request from another request like it: the header {@code Idempotency-Key} of a
 * POST, 1 to 255 visible ASCII characters (400 otherwise). A parameter {@code Optional<IdempotencyKey>} of a controller
 * method gets it, also before the body.
 *
 * @param route method and pattern; keys of different routes have nothing to do with each other
 * @param fingerprint SHA-256 of path and body
 */
public record IdempotencyKey(String value, String route, String fingerprint) {

    /** The key with another fingerprint, for a body of which nothing may be kept, not even this. */
    public IdempotencyKey withFingerprint(String other) {
        return new IdempotencyKey(value, route, other);
    }

    /** The key as that of this user and route. */
    public Creation by(String userId, Instant now) {
        return new Creation(userId + ":" + route + ":" + value, fingerprint, now);
    }
}
