package dev.ticketing.orders.hold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.orders.application.OrderService;
import dev.ticketing.orders.order.HoldNotConfirmed;
import dev.ticketing.orders.order.Order;
import dev.ticketing.orders.order.OrderStatus;
import dev.ticketing.orders.order.OrderStories;
import dev.ticketing.testing.AnotherInstance;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.testing.load.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

class HoldLimitsIT extends OrderStories {

    private static final int CAP = 20;
    private static final int ROUNDS = 20;
    private static final String PAYMENT = "6b0028613e6a648727960b03";

    @Autowired
    ApplicationContext context;

    @Autowired
    OrderService service;

    @Autowired
    MongoTemplate mongo;

    @Test
    void ofTwoHundredOrdersOfOneBuyerAtOnceExactlyTheCapIsHeld() {
        var tickets = ticketsForSale(200);

        for (var round = 0; round < ROUNDS; round++) {
            var hoarder = SignedIn.someone();
            var statuses = AtOnce.all(200, number -> status(http, hoarder, tickets.get(number)));

            assertThat(counted(statuses)).containsExactlyInAnyOrderEntriesOf(Map.of(201, 20L, 429, 180L));
            assertThat(openOf(hoarder)).hasSize(CAP);
            orders.deleteAll();
        }
    }

    @Test
    void twoInstancesHaveOneCap() {
        var tickets = ticketsForSale(200);
        try (var other = AnotherInstance.of(context)) {
            var instances = List.of(http, other.http());
            for (var round = 0; round < ROUNDS; round++) {
                var hoarder = SignedIn.someone();
                var statuses =
                        AtOnce.all(200, number -> status(instances.get(number % 2), hoarder, tickets.get(number)));

                assertThat(counted(statuses)).containsExactlyInAnyOrderEntriesOf(Map.of(201, 20L, 429, 180L));
                orders.deleteAll();
            }
        }
    }

    @Test
    void anOrderThatHasEndedLeavesItsSlot() {
        var held = IntStream.range(0, CAP).mapToObj(hold -> placedOrder()).toList();
        delete(buyer, held.get(0).id()).expectStatus().isNoContent();
        var paid = held.get(1);
        confirm(paid);
        Awaitility.await().ignoreExceptionsInstanceOf(HoldNotConfirmed.class).untilAsserted(() -> {
            service.claim(paid.id(), PAYMENT);
            assertThat(reload(paid).status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        });
        service.complete(paid.id(), PAYMENT);

        placedOrder();
        placedOrder();

        assertThat(status(http, buyer, ticketForSale())).isEqualTo(429);
    }

    @Test
    void aBuyerWhoLetAHoldLapseLeavesTheTicketToOthersForAWhile() {
        var order = placedOrder();
        var ticketId = order.ticket().id();
        delete(buyer, order.id());

        place(http, buyer, ticketId)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueMatches("Retry-After", "1[0-5]")
                .expectHeader()
                .valueMatches("RateLimit", "\"holds-by-ticket\";r=0;t=\\d+")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ticket-held-before");
        assertThat(status(http, buyer, ticketForSale())).isEqualTo(201);
        assertThat(status(http, SignedIn.someone(), ticketId)).isEqualTo(201);
    }

    @Test
    void thePauseDoublesWithEveryLapse() {
        var ticketId = ticketForSale();
        for (var seconds : List.of(15, 30, 60)) {
            assertThat(status(http, buyer, ticketId)).isEqualTo(201);
            var order = orders.findByActiveTicketId(ticketId).orElseThrow();
            clock.advance(Duration.ofMinutes(15));
            service.expire(order.id());

            clock.advance(Duration.ofSeconds(seconds - 2));
            assertThat(status(http, buyer, ticketId)).isEqualTo(429);
            clock.advance(Duration.ofSeconds(2));
        }
        assertThat(status(http, buyer, ticketId)).isEqualTo(201);
    }

    @Test
    void persistentRivalGetsTheTicketOfAHoarder() {
        for (var round = 0; round < ROUNDS; round++) {
            var hoarder = SignedIn.someone();
            var ticketId = ticketForSale();
            assertThat(status(http, hoarder, ticketId)).isEqualTo(201);
            var held = orders.findByActiveTicketId(ticketId).orElseThrow();
            assertThat(status(http, buyer, ticketId)).isEqualTo(409);

            delete(hoarder, held.id());
            AtOnce.all(10, attempt -> status(http, hoarder, ticketId));

            assertThat(status(http, buyer, ticketId)).isEqualTo(201);
            orders.deleteAll();
        }
    }

    @Test
    void accountsOfOneClientThatPassATicketOnHaveToLeaveItToo() {
        var ticketId = ticketForSale();
        for (var account = 0; account < 3; account++) {
            var hoarder = SignedIn.someone();
            assertThat(status(http, hoarder, ticketId)).isEqualTo(201);
            delete(hoarder, orders.findByActiveTicketId(ticketId).orElseThrow().id());
        }

        place(http, SignedIn.someone(), ticketId)
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ticket-held-before");
        assertThat(statusFrom("203.0.113.9", ticketId)).isEqualTo(201);
    }

    @Test
    void whereAnOrderCameFromIsForgottenAfterADay() {
        var order = placedOrder();

        var noted = mongo.findById(order.id(), HoldClient.class);
        assertThat(noted.expiresAt()).isEqualTo(order.createdAt().plus(Duration.ofDays(1)));
        assertThat(mongo.indexOps(HoldClient.class).getIndexInfo())
                .anyMatch(index -> index.isIndexForFields(Set.of("expiresAt"))
                        && index.getExpireAfter().equals(Optional.of(Duration.ZERO)));
    }

    private int statusFrom(String address, String ticketId) {
        return http.mutate()
                .defaultHeader("X-Forwarded-For", address)
                .build()
                .post()
                .uri("/api/orders")
                .header("Cookie", SignedIn.someone().cookie())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"ticketId\":\"" + ticketId + "\"}")
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private List<Order> openOf(SignedIn user) {
        return orders.findByUserIdAndStatusInOrderByExpiresAt(user.id(), OrderStatus.open());
    }

    private static int status(RestTestClient instance, SignedIn user, String ticketId) {
        return place(instance, user, ticketId)
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private static RestTestClient.ResponseSpec place(RestTestClient instance, SignedIn user, String ticketId) {
        return instance.post()
                .uri("/api/orders")
                .header("Cookie", user.cookie())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"ticketId\":\"" + ticketId + "\"}")
                .exchange();
    }

    private static Map<Integer, Long> counted(List<Integer> statuses) {
        return statuses.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
