package dev.ticketing.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The life of an order; only orders-service decides it. */
@Published(by = "orders-service", stream = "ORDERS", noun = "order")
public sealed interface OrderEvent extends Event {

    String id();

    @Override
    default String aggregateId() {
        return id();
    }

    /** A buyer has reserved a ticket until {@code expiresAt}. */
    @Subject("order.created.v1")
    record OrderCreated(String id, String userId, String status, Instant expiresAt, PricedTicket ticket)
            implements OrderEvent {
        public OrderCreated {
            requireNonNull(id, "id");
            requireNonNull(userId, "userId");
            requireNonNull(status, "status");
            requireNonNull(expiresAt, "expiresAt");
            requireNonNull(ticket, "ticket");
        }
    }

    /**
     * The claim: the authorized payment is in time and may be captured; expiry and cancellation are refused from now
     * on.
     */
    @Subject("order.awaiting-payment.v1")
    record OrderAwaitingPayment(String id, String paymentId, TicketReference ticket) implements OrderEvent {
        public OrderAwaitingPayment {
            requireNonNull(id, "id");
            requireNonNull(paymentId, "paymentId");
            requireNonNull(ticket, "ticket");
        }
    }

    /**
     * The payment is captured: the ticket belongs to the buyer.
     *
     * @param userId the buyer; absent in events of an older version
     */
    @Subject("order.completed.v1")
    record OrderCompleted(
            String id,
            String paymentId,
            TicketReference ticket,
            @Nullable String userId) implements OrderEvent {
        public OrderCompleted {
            requireNonNull(id, "id");
            requireNonNull(paymentId, "paymentId");
            requireNonNull(ticket, "ticket");
        }

        public OrderCompleted(String id, String paymentId, TicketReference ticket) {
            this(id, paymentId, ticket, null);
        }
    }

    /**
     * The reservation has ended and the ticket is available again.
     *
     * @param reason {@code buyer}, {@code expired}, {@code ticket-unavailable}, {@code ticket-changed} or
     *     {@code payment-failed}
     */
    @Subject("order.cancelled.v1")
    record OrderCancelled(String id, String reason, TicketReference ticket) implements OrderEvent {
        public OrderCancelled {
            requireNonNull(id, "id");
            requireNonNull(reason, "reason");
            requireNonNull(ticket, "ticket");
        }
    }

    /** The ticket at its version and price when it was reserved. */
    record PricedTicket(String id, long version, long priceMinor, String currency) {
        public PricedTicket {
            requireNonNull(id, "ticket.id");
            requireNonNull(currency, "ticket.currency");
        }
    }

    record TicketReference(String id) {
        public TicketReference {
            requireNonNull(id, "ticket.id");
        }
    }
}
