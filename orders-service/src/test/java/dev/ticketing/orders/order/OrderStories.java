package dev.ticketing.orders.order;

import static org.awaitility.Awaitility.await;

import dev.ticketing.events.TicketEvent.TicketCreated;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.orders.ticket.Tickets;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import java.util.List;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Common to the integration tests of orders: tickets on sale, buyers, and the HTTP API. */
@ServiceTest
public abstract class OrderStories {

    public static final String SELLER = new ObjectId().toHexString();

    @Autowired
    public RestTestClient http;

    @Autowired
    public Broker broker;

    @Autowired
    public MovableClock clock;

    @Autowired
    public Orders orders;

    @Autowired
    Tickets tickets;

    public final SignedIn buyer = SignedIn.someone();

    /** A ticket in the replica of this service. */
    public String ticketForSale() {
        var id = ticketJustListed();
        awaitKnown(id);
        return id;
    }

    public List<String> ticketsForSale(int count) {
        var ids = Stream.generate(this::ticketJustListed).limit(count).toList();
        ids.forEach(this::awaitKnown);
        return ids;
    }

    private void awaitKnown(String ticketId) {
        await().until(() -> tickets.existsById(ticketId));
    }

    /** Its event may not have arrived yet. */
    public String ticketJustListed() {
        var id = new ObjectId().toHexString();
        broker.publish(new TicketCreated(id, "Front row", 1999, "usd", SELLER, "available"), 0);
        return id;
    }

    /** A new order of {@link #buyer}. */
    public Order placedOrder() {
        var ticketId = ticketForSale();
        post(buyer, "{\"ticketId\":\"" + ticketId + "\"}").expectStatus().isCreated();
        return orders.findByActiveTicketId(ticketId).orElseThrow();
    }

    /** A new order of {@link #buyer}, whose reservation tickets-service has confirmed. */
    public Order confirmedOrder() {
        var order = placedOrder();
        confirm(order);
        return order;
    }

    public void confirm(Order order) {
        var ticketId = order.ticket().id();
        broker.publish(new TicketUpdated(ticketId, "Front row", 1999, "usd", SELLER, "reserved", order.id()), 1);
    }

    public ResponseSpec post(SignedIn user, String body) {
        return http.post()
                .uri("/api/orders")
                .header("Cookie", user.cookie())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    public ResponseSpec get(SignedIn user, String path) {
        return http.get().uri(path).header("Cookie", user.cookie()).exchange();
    }

    public ResponseSpec delete(SignedIn user, String orderId) {
        return http.delete()
                .uri("/api/orders/" + orderId)
                .header("Cookie", user.cookie())
                .exchange();
    }

    public Order reload(Order order) {
        return orders.findById(order.id()).orElseThrow();
    }
}
