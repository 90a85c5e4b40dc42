package dev.ticketing.web.idempotency;

/** The key was used before with another body; the response is 422. */
public final class IdempotencyKeyReused extends RuntimeException {

    public IdempotencyKeyReused() {
        super("This Idempotency-Key was used with another body. Use a new key for a new request.");
    }
}
