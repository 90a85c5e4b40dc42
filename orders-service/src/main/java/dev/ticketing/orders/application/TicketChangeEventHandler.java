package dev.ticketing.orders.application;

import dev.ticketing.events.TicketEvent.TicketDelivered;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.messaging.EventHandler;
import dev.ticketing.messaging.EventMetadata;
import dev.ticketing.orders.ticket.Ticket;
import dev.ticketing.orders.ticket.Tickets;
import org.springframework.stereotype.Component;

/**
 * Cancels the order of a ticket that was withdrawn or edited before the reservation reached tickets-service, and notes
 * when a buyer has received their ticket.
 */
@Component
class TicketChangeEventHandler {

    private final OrderService orders;
    private final Tickets tickets;

    TicketChangeEventHandler(OrderService orders, Tickets tickets) {
        this.orders = orders;
        this.tickets = tickets;
    }

    @EventHandler
    void on(TicketUpdated event, EventMetadata metadata) {
        switch (event.status()) {
            case "withdrawn" -> orders.ticketWithdrawn(event.id());
            case "available" -> orders.ticketEdited(asOf(event, metadata.version()));
            default -> {} // the ticket is reserved or sold
        }
    }

    @EventHandler
    void on(TicketDelivered event) {
        orders.delivered(event.orderId(), event.deliveredAt());
    }

    /** The replica after this event, whether or not it has been stored. */
    private Ticket asOf(TicketUpdated event, long version) {
        var replica = tickets.findById(event.id()).orElseThrow(() -> new TicketNotFound(event.id()));
        replica.apply(event, version);
        return replica;
    }
}
