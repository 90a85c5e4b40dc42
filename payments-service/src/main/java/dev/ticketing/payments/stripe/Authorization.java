package dev.ticketing.payments.stripe;

import org.jspecify.annotations.Nullable;

/**
 * An amount to be held on a card.
 *
 * @param token {@code pm_…}, {@code ctoken_…} or {@code tok_…}
 * @param intentId PaymentIntent of an earlier attempt to confirm again; without it a new one is created
 * @param returnUrl the page to which the buyer returns after 3-D Secure
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
