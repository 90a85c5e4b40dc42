package dev.ticketing.check.evidence;

/**
 * A payment as payments-service has it.
 *
 * @param stripeId its PaymentIntent, or {@code null}
 * @param version of the last event; -1 as long as nothing has come of it
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
