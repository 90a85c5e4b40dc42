package dev.ticketing.orders.application;

import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.events.PaymentEvent.PaymentCreated;
import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.messaging.EventHandler;
import dev.ticketing.messaging.RetryLater;
import dev.ticketing.orders.order.HoldNotConfirmed;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Payments claim orders, complete them, or fail them. */
@Component
class PaymentEventHandler {

    /** Rarely used: a reservation is usually confirmed long before the buyer has typed a card number. */
    private static final Duration CONFIRMED_WITHIN = Duration.ofMillis(200);

    private final OrderService orders;

    PaymentEventHandler(OrderService orders) {
        this.orders = orders;
    }

    @EventHandler
    void on(PaymentAuthorized event) {
        try {
            orders.claim(event.orderId(), event.id());
        } catch (HoldNotConfirmed e) {
            throw new RetryLater(String.valueOf(e.getMessage()), CONFIRMED_WITHIN);
        }
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
