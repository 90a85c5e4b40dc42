package dev.ticketing.orders.order;

import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** A ticket that was withdrawn before our hold reached it takes its order with it. */
@Component
class TicketWithdrawalEventHandler {

    private final OrderService orders;

    TicketWithdrawalEventHandler(OrderService orders) {
        this.orders = orders;
    }

    @EventHandler
    void on(TicketUpdated event) {
        if (event.status().equals("withdrawn")) {
            orders.ticketWithdrawn(event.id());
        }
    }
}
