package dev.ticketing.payments.payment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to have a card accepted. The holder of its lease calls Stripe. After the lease, any process may repeat
 * the call: the idempotency key makes it the same attempt.
 *
 * @param token the card; deleted with the attempt
 * @param intentId PaymentIntent of an earlier attempt, if this one confirms it again
 * @param keySpent whether Stripe keeps a failure of its own as the response to this attempt's idempotency key
 */
public record Attempt(
        int number, String token, @Nullable String intentId, Instant startedAt, Instant leasedUntil, boolean keySpent) {

    /** Longer than any call of Stripe can take. */
    public static final Duration LEASE = Duration.ofSeconds(15);

    static Attempt start(int number, String token, @Nullable String intentId, Instant now) {
        return new Attempt(number, token, intentId, now, now.plus(LEASE), false);
    }

    boolean isHeld(Instant now) {
        return now.isBefore(leasedUntil);
    }

    public boolean isOf(String card) {
        return token.equals(card);
    }

    Attempt taken(Instant now) {
        return new Attempt(number, token, intentId, startedAt, now.plus(LEASE), keySpent);
    }

    /** The call has ended, with or without a response; a spent key stays spent. */
    Attempt released(boolean spent, Instant now) {
        return new Attempt(number, token, intentId, startedAt, now, keySpent || spent);
    }
}
