package dev.ticketing.client.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A payment as payments-service returns it to the buyer. The response to an attempt has neither an amount nor the
 * components after it.
 *
 * @param amount in major units
 * @param stripeId the reference to quote
 * @param declineCode Stripe's reason for declining the latest attempt
 * @param clientSecret for Stripe's script, while the buyer's bank requires a confirmation
 * @param nextActionUrl page of that bank, if it has one
 */
public record Payment(
        String id,
        String orderId,
        String status,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String stripeId,
        @Nullable String declineCode,
        @Nullable Instant createdAt,
        @Nullable String clientSecret,
        @Nullable String nextActionUrl) {

    public Money money() {
        return Money.of(Objects.requireNonNull(amount), Objects.requireNonNull(currency));
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
