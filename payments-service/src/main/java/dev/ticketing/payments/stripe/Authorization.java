package dev.ticketing.payments.stripe;

import org.jspecify.annotations.Nullable;

/**
 * An amount to be held on a card.
 *
 * @param token {@code pm_…}, {@code ctoken_…} or {@code tok_…}
 * @param intentId PaymentIntent of an earlier attempt that is tried again; without it one is made
 * @param returnUrl where the buyer comes back to after 3-D Secure
 */
public record Authorization(
        String paymentId,
        String orderId,
        long amountMinor,
        String currency,
        String token,
        @Nullable String intentId,
        String returnUrl,
        String idempotencyKey) {}
