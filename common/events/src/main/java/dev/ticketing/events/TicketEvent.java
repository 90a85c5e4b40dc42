package dev.ticketing.events;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** The life of a ticket. */
@Published(by = "tickets-service", stream = "TICKETS", noun = "ticket")
public sealed interface TicketEvent extends Event {

    String id();

    String title();

    long priceMinor();

    String currency();

    /** The seller. */
    String userId();

    /** {@code available}, {@code reserved}, {@code sold}, {@code withdrawn} or {@code ended}; readers tolerate others. */
    String status();

    @Override
    default String aggregateId() {
        return id();
    }

    /** What the ticket is for; absent if the seller gave a title and a price only. */
    @Nullable
    TicketDetails details();

    /** A seller has listed a ticket. */
    @Subject("ticket.created.v1")
    record TicketCreated(
            String id,
            String title,
            long priceMinor,
            String currency,
            String userId,
            String status,
            @Nullable TicketDetails details)
            implements TicketEvent {
        public TicketCreated {
            requireNonNull(id, "id");
            requireNonNull(title, "title");
            requireNonNull(currency, "currency");
            requireNonNull(userId, "userId");
            requireNonNull(status, "status");
        }

        public TicketCreated(String id, String title, long priceMinor, String currency, String userId, String status) {
            this(id, title, priceMinor, currency, userId, status, null);
        }
    }

    /**
     * A ticket was edited, reserved, released, sold, withdrawn or ended; this is its new state.
     *
     * @param orderId the order that has reserved or bought it
     */
    @Subject("ticket.updated.v1")
    record TicketUpdated(
            String id,
            String title,
            long priceMinor,
            String currency,
            String userId,
            String status,
            @Nullable String orderId,
            @Nullable TicketDetails details)
            implements TicketEvent {
        public TicketUpdated {
            requireNonNull(id, "id");
            requireNonNull(title, "title");
            requireNonNull(currency, "currency");
            requireNonNull(userId, "userId");
            requireNonNull(status, "status");
        }

        public TicketUpdated(
                String id,
                String title,
                long priceMinor,
                String currency,
                String userId,
                String status,
                @Nullable String orderId) {
            this(id, title, priceMinor, currency, userId, status, orderId, null);
        }
    }
}
