package dev.ticketing.orders.order;

import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.events.PaymentEvent.PaymentCreated;
import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Payments claim orders, complete them, or fail them. */
@Component
class PaymentEventHandler {

    private final OrderService orders;

    PaymentEventHandler(OrderService orders) {
        this.orders = orders;
    }

    @EventHandler
    void on(PaymentAuthorized event) {
        orders.claim(event.orderId(), event.id());
    }

    @EventHandler
    void on(PaymentCreated event) {
        orders.complete(event.orderId(), event.id());
    }

    @EventHandler
    void on(PaymentFailed event) {
        orders.paymentFailed(event.orderId(), event.id());
    }
}
