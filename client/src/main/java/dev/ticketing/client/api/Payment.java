package dev.ticketing.client.api;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A payment as payments-service tells the buyer. The answer to an attempt has no amount and what follows it.
 *
 * @param amount in major units
 * @param stripeId the reference to quote
 * @param clientSecret for Stripe's script, while the buyer's bank wants to hear from him
 * @param nextActionUrl page of that bank, if it has one
 */
public record Payment(
        String id,
        String orderId,
        String status,
        BigDecimal amount,
        String currency,
        String stripeId,
        Instant createdAt,
        String clientSecret,
        String nextActionUrl) {

    public Money money() {
        return Money.of(amount, currency);
    }

    /** The money is secured; the order will follow. */
    public boolean isOnItsWay() {
        return status.equals("authorized") || status.equals("captured");
    }

    public boolean isActionRequired() {
        return status.equals("requires_action");
    }
}
