package dev.ticketing.client.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order as orders-service returns it to its buyer; {@code expiresAt} refers to the clock of {@code serverTime}. */
public record Order(
        String id,
        String status,
        Instant expiresAt,
        @Nullable String cancelReason,
        OrderedTicket ticket,
        List<Step> history,
        long version,
        Instant createdAt,
        @Nullable Instant deliveredAt,
        Instant serverTime) {

    /** The states of an order that reserves its ticket but has not bought it. */
    static final List<String> OPEN = List.of("created", "awaiting:payment");

    /** The states of an order that has reserved or bought its ticket. */
    static final List<String> IN_FORCE = List.of("created", "awaiting:payment", "complete");

    public Order {
        history = history == null ? List.of() : List.copyOf(history);
    }

    /** The ticket, at its price when it was reserved. */
    public record OrderedTicket(
            String id,
            String title,
            BigDecimal price,
            String currency,
            @Nullable Event event,
            @Nullable Seat seat,
            @Nullable String admission) {}

    /**
     * A change of the order's status.
     *
     * @param reason why it was cancelled
     */
    public record Step(Instant at, String status, @Nullable String reason) {

        /** See {@link Order#statusWord}. */
        public String statusWord() {
            return word(status);
        }
    }

    public Money total() {
        return Money.of(ticket.price(), ticket.currency());
    }

    /** When the order reached its status, as far as its history is known. */
    public Instant settledAt() {
        return history.isEmpty() ? createdAt : history.getLast().at();
    }

    /** When the event begins, if the ticket is for one. */
    public Optional<Instant> startsAt() {
        return Optional.ofNullable(ticket.event()).map(event -> event.startsAt().toInstant());
    }

    /** Whether the event has begun, by the clock of the service. */
    public boolean isPast() {
        return startsAt().filter(serverTime::isAfter).isPresent();
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

    boolean isInForce() {
        return IN_FORCE.contains(status);
    }

    public boolean isComplete() {
        return status.equals("complete");
    }

    /** The status as used in names of messages and styles. */
    public String statusWord() {
        return word(status);
    }

    private static String word(String status) {
        return status.replace(':', '-');
    }
}
