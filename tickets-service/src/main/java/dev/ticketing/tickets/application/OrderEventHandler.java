package dev.ticketing.tickets.application;

import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.messaging.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Orders reserve tickets, release them and buy them. Events of two orders arrive in any order, those of one order in
 * sequence.
 */
@Component
class OrderEventHandler {

    private final TicketService tickets;

    OrderEventHandler(TicketService tickets) {
        this.tickets = tickets;
    }

    @EventHandler
    void on(OrderCreated event) {
        tickets.reserve(event.ticket().id(), event.id(), event.ticket().version(), event.expiresAt());
    }

    @EventHandler
    void on(OrderCompleted event) {
        tickets.sell(event.ticket().id(), event.id(), event.userId());
    }

    @EventHandler
    void on(OrderCancelled event) {
        tickets.release(event.ticket().id(), event.id());
    }
}
