package dev.ticketing.client.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** An order as orders-service tells its buyer; {@code serverTime} is the clock that {@code expiresAt} is measured by. */
public record Order(
        String id,
        String status,
        Instant expiresAt,
        String cancelReason,
        OrderedTicket ticket,
        List<Step> history,
        long version,
        Instant createdAt,
        Instant serverTime) {

    /** Statuses of an order that holds its ticket but has not got it. */
    static final List<String> OPEN = List.of("created", "awaiting:payment");

    public Order {
        history = history == null ? List.of() : List.copyOf(history);
    }

    /** What is bought, at the price of the moment it was reserved. */
    public record OrderedTicket(String id, String title, BigDecimal price, String currency) {}

    /**
     * Part of an order's story: what it became, and when.
     *
     * @param reason why it was cancelled; otherwise {@code null}
     */
    public record Step(Instant at, String status, String reason) {

        /** As {@link Order#statusWord}. */
        public String statusWord() {
            return word(status);
        }
    }

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
        return OPEN.contains(status);
    }

    public boolean isComplete() {
        return status.equals("complete");
    }

    /** The status as a word in names of messages and styles. */
    public String statusWord() {
        return word(status);
    }

    private static String word(String status) {
        return status.replace(':', '-');
    }
}
