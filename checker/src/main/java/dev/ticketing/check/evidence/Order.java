package dev.ticketing.check.evidence;

import java.time.Instant;

/** An order in orders-service; without a payment or a reservation the ids are {@code null}. */
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

    /** Whether it has reserved or bought its ticket. */
    public boolean isActive() {
        return status != Status.CANCELLED;
    }

    public boolean isUnpaid() {
        return status == Status.CREATED || status == Status.AWAITING_PAYMENT;
    }
}
