package dev.ticketing.check.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A payment in payments-service.
 *
 * @param stripeId its PaymentIntent
 * @param version of the last event; -1 before the first
 */
public record Payment(
        String id,
        String orderId,
        Status status,
        long amountMinor,
        String currency,
        @Nullable String stripeId,
        long version) {

    public enum Status {
        PENDING,
        REQUIRES_ACTION,
        AUTHORIZED,
        CAPTURED,
        FAILED,
        VOIDED,
        REFUNDED
    }
}
