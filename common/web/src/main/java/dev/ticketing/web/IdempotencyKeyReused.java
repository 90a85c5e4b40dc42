package dev.ticketing.web;

/** The key came before with another body; answered with 422. */
public final class IdempotencyKeyReused extends RuntimeException {

    public IdempotencyKeyReused() {
        super("This Idempotency-Key has come with another body before: take a new key for a new request.");
    }
}
