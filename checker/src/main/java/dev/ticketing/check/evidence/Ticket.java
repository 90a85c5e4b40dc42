package dev.ticketing.check.evidence;

/**
 * A ticket in tickets-service.
 *
 * @param orderId the order that has reserved or bought it, or {@code null}
 */
public record Ticket(
        String id,
        String userId,
        String title,
        long priceMinor,
        String currency,
        Status status,
        String orderId,
        long version) {

    public enum Status {
        AVAILABLE,
        RESERVED,
        SOLD,
        WITHDRAWN
    }
}
