package dev.ticketing.check.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A ticket in tickets-service.
 *
 * @param orderId the order that has reserved or bought it
 */
public record Ticket(
        String id,
        String userId,
        String title,
        long priceMinor,
        String currency,
        Status status,
        @Nullable String orderId,
        long version) {

    public enum Status {
        AVAILABLE,
        RESERVED,
        SOLD,
        WITHDRAWN,
        ENDED
    }
}
