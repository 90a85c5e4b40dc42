package dev.ticketing.orders.ticket;

import dev.ticketing.events.TicketEvent;
import dev.ticketing.events.TicketEvent.TicketCreated;
import dev.ticketing.events.TicketEvent.TicketDelivered;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.messaging.EventHandler;
import dev.ticketing.messaging.EventMetadata;
import org.springframework.stereotype.Component;

/** Keeps the replicas up to date. */
@Component
class TicketEventHandler {

    private final Tickets tickets;

    TicketEventHandler(Tickets tickets) {
        this.tickets = tickets;
    }

    @EventHandler
    void on(TicketCreated event, EventMetadata metadata) {
        replicate(event, metadata);
    }

    @EventHandler
    void on(TicketUpdated event, EventMetadata metadata) {
        replicate(event, metadata);
    }

    @EventHandler
    void on(TicketDelivered event, EventMetadata metadata) {
        replicate(event, metadata);
    }

    private void replicate(TicketEvent event, EventMetadata metadata) {
        var ticket = tickets.findById(event.id()).orElseGet(() -> new Ticket(event.id()));
        ticket.apply(event, metadata.version());
        tickets.save(ticket);
    }
}
