package dev.ticketing.orders.order;

import dev.ticketing.orders.ticket.Ticket;
import dev.ticketing.orders.ticket.TicketFixture;
import java.time.Duration;
import java.time.Instant;

/** Orders in every state, placed at {@link #NOW} and due at {@link #DEADLINE}. */
final class OrderFixture {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Instant DEADLINE = NOW.plus(WINDOW);
    static final String BUYER = "6b0028613e6a648727960b02";
    static final String PAYMENT = "6b0028613e6a648727960b03";

    private OrderFixture() {}

    static Order created() {
        return Order.place(TicketFixture.available(), BUYER, NOW, WINDOW);
    }

    static Order awaitingPayment() {
        var order = created();
        order.claim(PAYMENT, held(order), NOW);
        return order;
    }

    /** The replica after tickets-service has confirmed the reservation of this order. */
    static Ticket held(Order order) {
        return TicketFixture.heldBy(order.ticket().id(), order.id());
    }

    static Order complete() {
        var order = awaitingPayment();
        order.complete(PAYMENT, NOW);
        return order;
    }

    static Order cancelled() {
        var order = created();
        order.cancelByBuyer(NOW);
        return order;
    }
}
