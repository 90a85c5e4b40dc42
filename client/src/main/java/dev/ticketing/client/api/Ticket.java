package dev.ticketing.client.api;

import java.math.BigDecimal;
import java.time.Instant;

/** A ticket as tickets-service tells it. */
public record Ticket(
        String id,
        String title,
        BigDecimal price,
        String currency,
        String userId,
        String status,
        long version,
        Instant createdAt) {

    public Money money() {
        return Money.of(price, currency);
    }

    public boolean isAvailable() {
        return status.equals("available");
    }

    public boolean isReserved() {
        return status.equals("reserved");
    }

    public boolean isSold() {
        return status.equals("sold");
    }

    public boolean isWithdrawn() {
        return status.equals("withdrawn");
    }
}
