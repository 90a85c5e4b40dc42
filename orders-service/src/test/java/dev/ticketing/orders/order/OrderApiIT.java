package dev.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.TicketEvent.TicketCreated;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class OrderApiIT {

    @Autowired
    RestTestClient http;

    @Autowired
    Broker broker;

    @Test
    void placingAnOrderReservesTheTicket() {
        var ticketId = new ObjectId().toHexString();
        broker.publish(new TicketCreated(ticketId, "Concert", 1999, "usd", "5f0000000000000000000001", "available"), 0);
        var buyer = SignedIn.someone();

        var answer = http.post()
                .uri("/api/orders")
                .header("Cookie", buyer.cookie())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"ticketId\":\"" + ticketId + "\"}")
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getStatus().value()).isEqualTo(201);
        var id = answer.getResponseBody().replaceAll("^\\{\"id\":\"([0-9a-f]+)\".*", "$1");
        assertThat(broker.await(OrderCreated.class, id).ticket().id()).isEqualTo(ticketId);
    }
}
