package dev.ticketing.payments.payment;

import java.time.Duration;
import java.time.Instant;

/**
 * One try to have a card accepted. Whoever tries holds a lease; once that is over, anybody may ask Stripe again, and by
 * the idempotency key that is the same try.
 *
 * @param token what the buyer pays with; forgotten with the attempt
 * @param intentId PaymentIntent that is tried again, or {@code null} if the attempt makes one
 * @param keySpent whether Stripe keeps a failure of its own as the answer to this attempt's idempotency key
 */
record Attempt(int number, String token, String intentId, Instant startedAt, Instant leasedUntil, boolean keySpent) {

    /** Longer than any call of Stripe can take. */
    static final Duration LEASE = Duration.ofSeconds(15);

    static Attempt start(int number, String token, String intentId, Instant now) {
        return new Attempt(number, token, intentId, now, now.plus(LEASE), false);
    }

    boolean isHeld(Instant now) {
        return now.isBefore(leasedUntil);
    }

    Attempt taken(Instant now) {
        return new Attempt(number, token, intentId, startedAt, now.plus(LEASE), keySpent);
    }

    Attempt released(Instant now, boolean spent) {
        return new Attempt(number, token, intentId, startedAt, now, keySpent || spent);
    }
}
