package dev.ticketing.orders.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.orders.order.OrderStories;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.testing.load.AtOnce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@TestPropertySource(properties = {"ticketing.orders.per-buyer=5/PT1H", "ticketing.orders.per-client=8/PT1H"})
class OrderQuotasIT extends OrderStories {

    private static final String HERE = "203.0.113.1";
    private static final String ELSEWHERE = "203.0.113.2";

    @Autowired
    MongoTemplate mongo;

    @BeforeEach
    void nobodyHasOrdered() {
        mongo.remove(new BasicQuery("{}"), "limits");
    }

    @Test
    void buyerPlacesOrdersUpToTheirLimit() {
        var tickets = ticketsForSale(50);

        var statuses = AtOnce.all(50, number -> status(buyer, tickets.get(number), HERE));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(45);
        place(buyer, ticketForSale(), ELSEWHERE)
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"orders-by-account\";q=5;w=3600");
    }

    @Test
    void allAccountsOfOneClientPlaceOrdersUpToItsLimit() {
        var tickets = ticketsForSale(50);

        var statuses = AtOnce.all(50, number -> status(SignedIn.someone(), tickets.get(number), HERE));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(8);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(42);
        var free = ticketForSale();
        for (var attempt = 0; attempt < 6; attempt++) {
            place(buyer, free, HERE);
        }
        place(buyer, free, HERE).expectHeader().valueEquals("RateLimit-Policy", "\"orders-by-client\";q=8;w=3600");
        place(buyer, free, ELSEWHERE).expectStatus().isCreated();
    }

    @Test
    void ofACrowdForOneTicketOneOrderCounts() {
        var ticketId = ticketForSale();

        var statuses = AtOnce.all(50, number -> status(SignedIn.someone(), ticketId, HERE));

        assertThat(statuses).containsOnlyOnce(201);
        var others = ticketsForSale(8);
        assertThat(others.stream().map(other -> status(SignedIn.someone(), other, HERE)))
                .containsExactly(201, 201, 201, 201, 201, 201, 201, 429);
    }

    private int status(SignedIn user, String ticketId, String from) {
        return place(user, ticketId, from)
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private ResponseSpec place(SignedIn user, String ticketId, String from) {
        return http.post()
                .uri("/api/orders")
                .header("Cookie", user.cookie())
                .header("X-Forwarded-For", from)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"ticketId\":\"" + ticketId + "\"}")
                .exchange();
    }
}
