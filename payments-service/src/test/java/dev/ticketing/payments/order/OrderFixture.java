package dev.ticketing.payments.order;

import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.OrderEvent.PricedTicket;
import dev.ticketing.events.OrderEvent.TicketReference;
import java.time.Duration;
import java.time.Instant;

/** An order of 19.99, created at {@link #NOW} and due at {@link #DEADLINE}, as its events tell it. */
public final class OrderFixture {

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final Instant DEADLINE = NOW.plus(Duration.ofMinutes(15));
    public static final String ID = "6b0028613e6a648727960b01";
    public static final String BUYER = "6b0028613e6a648727960b02";

    static final OrderCreated CREATED = new OrderCreated(
            ID, BUYER, "created", DEADLINE, new PricedTicket("6b0028613e6a648727960b04", 0, 1999, "usd"));
    static final OrderAwaitingPayment CLAIMED =
            new OrderAwaitingPayment(ID, "6b0028613e6a648727960b03", new TicketReference("6b0028613e6a648727960b04"));
    static final OrderCompleted COMPLETED =
            new OrderCompleted(ID, "6b0028613e6a648727960b03", new TicketReference("6b0028613e6a648727960b04"));
    static final OrderCancelled CANCELLED =
            new OrderCancelled(ID, "expired", new TicketReference("6b0028613e6a648727960b04"));

    private OrderFixture() {}

    public static Order created() {
        var order = new Order(ID);
        order.apply(CREATED, 0);
        return order;
    }
}
