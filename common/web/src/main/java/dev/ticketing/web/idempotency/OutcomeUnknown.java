package dev.ticketing.web.idempotency;

/** An exception after which a request may still have an effect: its {@link IdempotencyKey} stays with it. */
public interface OutcomeUnknown {}
