package dev.ticketing.check.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order in orders-service.
 *
 * @param claimedAt when its payment claimed it; absent before
 */
public record Order(
        String id,
        String userId,
        Status status,
        @Nullable String cancelReason,
        Instant placedAt,
        @Nullable Instant claimedAt,
        Instant expiresAt,
        String ticketId,
        long priceMinor,
        String currency,
        @Nullable String paymentId,
        @Nullable String activeTicketId,
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
