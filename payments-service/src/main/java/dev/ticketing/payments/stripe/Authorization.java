package dev.ticketing.payments.stripe;

/**
 * An amount to be held on a card.
 *
 * @param token {@code pm_…}, {@code ctoken_…} or {@code tok_…}
 * @param intentId PaymentIntent of an earlier attempt that is tried again, or {@code null} to make one
 * @param returnUrl where the buyer comes back to after 3-D Secure
 */
public record Authorization(
        String paymentId,
        String orderId,
        long amountMinor,
        String currency,
        String token,
        String intentId,
        String returnUrl,
        String idempotencyKey) {}
