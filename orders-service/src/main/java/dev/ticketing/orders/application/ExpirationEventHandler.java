package dev.ticketing.orders.application;

import dev.ticketing.events.ExpirationEvent.ExpirationComplete;
import dev.ticketing.messaging.EventHandler;
import dev.ticketing.messaging.RetryLater;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** A timer reports that an order has expired; the clock of this service decides whether it has. */
@Component
class ExpirationEventHandler {

    private final OrderService orders;
    private final Clock clock;

    ExpirationEventHandler(OrderService orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @EventHandler
    void on(ExpirationComplete event) {
        var order = orders.expire(event.orderId());
        if (order.isUndecided()) {
            var early = Duration.between(clock.instant(), order.expiresAt());
            throw new RetryLater("timer of order " + order.id() + " is early by " + early, early);
        }
    }
}
