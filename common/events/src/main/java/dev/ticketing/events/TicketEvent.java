package dev.ticketing.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
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

    /** The order that has reserved or bought it. */
    @Nullable
    String orderId();

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

        @Override
        public @Nullable String orderId() {
            return null;
        }

        public TicketCreated(String id, String title, long priceMinor, String currency, String userId, String status) {
            this(id, title, priceMinor, currency, userId, status, null);
        }
    }

    /**
     * A ticket was edited, reserved, released, sold, withdrawn or ended, or its content was attached or removed; this
     * is its new state.
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
    /**
     * The buyer has opened the content of their ticket for the first time. It has the state of the ticket, like
     * {@link TicketUpdated}.
     */
    @Subject("ticket.delivered.v1")
    record TicketDelivered(
            String id,
            String title,
            long priceMinor,
            String currency,
            String userId,
            String status,
            String orderId,
            @Nullable TicketDetails details,
            String buyerId,
            Instant deliveredAt)
            implements TicketEvent {
        public TicketDelivered {
            requireNonNull(id, "id");
            requireNonNull(title, "title");
            requireNonNull(currency, "currency");
            requireNonNull(userId, "userId");
            requireNonNull(status, "status");
            requireNonNull(orderId, "orderId");
            requireNonNull(buyerId, "buyerId");
            requireNonNull(deliveredAt, "deliveredAt");
        }
    }
}
