package dev.ticketing.payments.payment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to have a card accepted. A lease tells who is talking to Stripe; once it is over, anyone may ask Stripe again, and
 * by the idempotency key that is the same try.
 *
 * @param token the card; forgotten with the attempt
 * @param intentId PaymentIntent of an earlier attempt, if this one tries it again
 * @param keySpent whether Stripe keeps a failure of its own as the answer to this attempt's idempotency key
 */
record Attempt(
        int number, String token, @Nullable String intentId, Instant startedAt, Instant leasedUntil, boolean keySpent) {

    /** Longer than any call of Stripe can take. */
    static final Duration LEASE = Duration.ofSeconds(15);

    static Attempt start(int number, String token, @Nullable String intentId, Instant now) {
        return new Attempt(number, token, intentId, now, now.plus(LEASE), false);
    }

    boolean isHeld(Instant now) {
        return now.isBefore(leasedUntil);
    }

    boolean isOf(String card) {
        return token.equals(card);
    }

    Attempt taken(Instant now) {
        return new Attempt(number, token, intentId, startedAt, now.plus(LEASE), keySpent);
    }

    /** The call has its answer, or none; a key stays spent. */
    Attempt released(boolean spent, Instant now) {
        return new Attempt(number, token, intentId, startedAt, now, keySpent || spent);
    }
}
