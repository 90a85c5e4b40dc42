package dev.ticketing.check.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A ticket in tickets-service.
 *
 * @param orderId the order that has reserved or bought it
 * @param code fingerprint of the code on it; absent if none is attached
 */
public record Ticket(
        String id,
        String userId,
        String title,
        long priceMinor,
        String currency,
        Status status,
        @Nullable String orderId,
        long version,
        @Nullable String code) {

    public enum Status {
        AVAILABLE,
        RESERVED,
        SOLD,
        WITHDRAWN,
        ENDED
    }
}
