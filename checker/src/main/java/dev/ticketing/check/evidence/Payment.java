package dev.ticketing.check.evidence;

/**
 * A payment in payments-service.
 *
 * @param stripeId its PaymentIntent, or {@code null}
 * @param version of the last event; -1 before the first
 */
public record Payment(
        String id, String orderId, Status status, long amountMinor, String currency, String stripeId, long version) {

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
