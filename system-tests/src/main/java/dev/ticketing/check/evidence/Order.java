package dev.ticketing.check.evidence;

import java.time.Instant;

/** An order as orders-service has it; without a payment and a hold the ids are {@code null}. */
public record Order(
        String id,
        String userId,
        Status status,
        String cancelReason,
        Instant expiresAt,
        String ticketId,
        long priceMinor,
        String currency,
        String paymentId,
        String activeTicketId,
        long version) {

    public enum Status {
        CREATED,
        AWAITING_PAYMENT,
        COMPLETE,
        CANCELLED
    }

    /** Whether it holds its ticket, or has got it. */
    public boolean isActive() {
        return status != Status.CANCELLED;
    }

    public boolean isUnpaid() {
        return status == Status.CREATED || status == Status.AWAITING_PAYMENT;
    }
}
