package dev.ticketing.client.api;

import java.math.BigDecimal;
import java.time.Instant;

/** An order as orders-service tells its buyer; {@code serverTime} is the clock that {@code expiresAt} is measured by. */
public record Order(
        String id,
        String status,
        Instant expiresAt,
        String cancelReason,
        OrderedTicket ticket,
        Instant createdAt,
        Instant serverTime) {

    /** What is bought, at the price of the moment it was reserved. */
    public record OrderedTicket(String id, String title, BigDecimal price, String currency) {}

    public Money total() {
        return Money.of(ticket.price(), ticket.currency());
    }

    public boolean isCreated() {
        return status.equals("created");
    }

    public boolean isAwaitingPayment() {
        return status.equals("awaiting:payment");
    }

    public boolean isOpen() {
        return isCreated() || isAwaitingPayment();
    }

    public boolean isComplete() {
        return status.equals("complete");
    }

    /** The status as a word in names of messages and styles. */
    public String statusWord() {
        return status.replace(':', '-');
    }
}
