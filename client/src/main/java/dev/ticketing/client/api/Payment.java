package dev.ticketing.client.api;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A payment as payments-service returns it to the buyer. The response to an attempt has neither an amount nor the
 * components after it.
 *
 * @param amount in major units
 * @param stripeId the reference to quote
 * @param declineCode Stripe's reason for declining the latest attempt, or {@code null}
 * @param clientSecret for Stripe's script, while the buyer's bank requires a confirmation
 * @param nextActionUrl page of that bank, if it has one
 */
public record Payment(
        String id,
        String orderId,
        String status,
        BigDecimal amount,
        String currency,
        String stripeId,
        String declineCode,
        Instant createdAt,
        String clientSecret,
        String nextActionUrl) {

    public Money money() {
        return Money.of(amount, currency);
    }

    /** Not paid, but a further attempt may succeed. */
    public boolean isDeclined() {
        return status.equals("pending") && declineCode != null;
    }

    /** The status as used in names of messages. */
    public String statusWord() {
        return isDeclined() ? "declined" : status;
    }

    /** The money is secured; the order follows. */
    public boolean isOnItsWay() {
        return status.equals("authorized") || status.equals("captured");
    }

    public boolean isActionRequired() {
        return status.equals("requires_action");
    }
}
