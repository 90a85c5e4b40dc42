package dev.ticketing.payments.order;

import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.messaging.EventHandler;
import dev.ticketing.messaging.EventMetadata;
import org.springframework.stereotype.Component;

/** Keeps the replicas up to date. */
@Component
class OrderEventHandler {

    private final OrderReplication replication;

    OrderEventHandler(OrderReplication replication) {
        this.replication = replication;
    }

    @EventHandler
    void on(OrderCreated event, EventMetadata metadata) {
        replication.replicate(event, metadata.version());
    }

    @EventHandler
    void on(OrderCompleted event, EventMetadata metadata) {
        replication.replicate(event, metadata.version());
    }
}
