package dev.ticketing.payments.order;

import dev.ticketing.events.OrderEvent;
import org.springframework.stereotype.Component;

/** Updates a copy of an order. Every handler of an order's event calls this first. */
@Component
public class OrderReplication {

    private final Orders orders;

    OrderReplication(Orders orders) {
        this.orders = orders;
    }

    public void replicate(OrderEvent event, long eventVersion) {
        var order = orders.findById(event.id()).orElseGet(() -> new Order(event.id()));
        order.apply(event, eventVersion);
        orders.save(order);
    }
}
