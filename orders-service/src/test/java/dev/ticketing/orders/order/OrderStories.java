package dev.ticketing.orders.order;

import dev.ticketing.events.TicketEvent.TicketCreated;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import org.bson.types.ObjectId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What the integration tests of orders have in common: tickets for sale, buyers, and the HTTP API. */
@ServiceTest
abstract class OrderStories {

    static final String SELLER = new ObjectId().toHexString();

    @Autowired
    RestTestClient http;

    @Autowired
    Broker broker;

    @Autowired
    MovableClock clock;

    @Autowired
    Orders orders;

    final SignedIn buyer = SignedIn.someone();

    String ticketForSale() {
        var id = new ObjectId().toHexString();
        broker.publish(new TicketCreated(id, "Front row", 1999, "usd", SELLER, "available"), 0);
        return id;
    }

    /** A fresh order of {@link #buyer}. */
    Order placedOrder() {
        var ticketId = ticketForSale();
        post(buyer, "{\"ticketId\":\"" + ticketId + "\"}").expectStatus().isCreated();
        return orders.findByActiveTicketId(ticketId).orElseThrow();
    }

    ResponseSpec post(SignedIn user, String body) {
        return http.post()
                .uri("/api/orders")
                .header("Cookie", user.cookie())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    ResponseSpec get(SignedIn user, String path) {
        return http.get().uri(path).header("Cookie", user.cookie()).exchange();
    }

    ResponseSpec delete(SignedIn user, String orderId) {
        return http.delete()
                .uri("/api/orders/" + orderId)
                .header("Cookie", user.cookie())
                .exchange();
    }

    Order reload(Order order) {
        return orders.findById(order.id()).orElseThrow();
    }
}
