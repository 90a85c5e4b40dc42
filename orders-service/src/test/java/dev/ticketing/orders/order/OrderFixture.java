package dev.ticketing.orders.order;

import dev.ticketing.orders.ticket.Ticket;
import dev.ticketing.orders.ticket.TicketFixture;
import java.time.Duration;
import java.time.Instant;

/** Orders in every state, placed at {@link #NOW} and due at {@link #DEADLINE}. */
public final class OrderFixture {

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final Duration WINDOW = Duration.ofMinutes(15);
    public static final Instant DEADLINE = NOW.plus(WINDOW);
    public static final String BUYER = "6b0028613e6a648727960b02";
    public static final String PAYMENT = "6b0028613e6a648727960b03";

    private OrderFixture() {}

    public static Order created() {
        return Order.place(TicketFixture.available(), BUYER, NOW, WINDOW);
    }

    public static Order awaitingPayment() {
        var order = created();
        order.claim(PAYMENT, held(order), NOW);
        return order;
    }

    /** The replica after tickets-service has confirmed the reservation of this order. */
    public static Ticket held(Order order) {
        return TicketFixture.heldBy(order.ticket().id(), order.id());
    }

    public static Order complete() {
        var order = awaitingPayment();
        order.complete(PAYMENT, NOW);
        return order;
    }

    public static Order cancelled() {
        var order = created();
        order.cancelByBuyer(NOW);
        return order;
    }
}
