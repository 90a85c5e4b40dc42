package dev.ticketing.expiration;

import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.messaging.EventHandler;
import dev.ticketing.messaging.RetryLater;
import org.redisson.client.RedisException;
import org.springframework.stereotype.Component;

/**
 * A new order sets a timer, and the end of an order removes it. There is no database to detect repeated events: a
 * repeated event of a finished order sets a timer again, and orders-service ignores its expiration.
 */
@Component
class OrderEventHandler {

    private final Timers timers;

    OrderEventHandler(Timers timers) {
        this.timers = timers;
    }

    @EventHandler
    void on(OrderCreated event) {
        orLater(() -> timers.set(event.id(), event.expiresAt()));
    }

    @EventHandler
    void on(OrderCancelled event) {
        orLater(() -> timers.remove(event.id()));
    }

    @EventHandler
    void on(OrderCompleted event) {
        orLater(() -> timers.remove(event.id()));
    }

    private static void orLater(Runnable change) {
        try {
            change.run();
        } catch (RedisException e) {
            throw new RetryLater("Redis: " + e.getMessage(), e);
        }
    }
}
