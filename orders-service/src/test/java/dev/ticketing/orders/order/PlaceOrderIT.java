package dev.ticketing.orders.order;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.events.PaymentEvent.PaymentCreated;
import dev.ticketing.testing.SignedIn;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class PlaceOrderIT extends OrderStories {

    @Test
    void placingAnOrderReservesTheTicket() {
        var ticketId = ticketForSale();

        var answer = post(buyer, "{\"ticketId\":\"" + ticketId + "\"}");

        answer.expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.id")
                .exists()
                .jsonPath("$.userId")
                .isEqualTo(buyer.id())
                .jsonPath("$.status")
                .isEqualTo("created")
                .jsonPath("$.ticket.id")
                .isEqualTo(ticketId)
                .jsonPath("$.ticket.title")
                .isEqualTo("Front row")
                .jsonPath("$.ticket.price")
                .isEqualTo(19.99)
                .jsonPath("$.ticket.currency")
                .isEqualTo("usd")
                .jsonPath("$.version")
                .isEqualTo(0)
                .jsonPath("$.serverTime")
                .exists()
                .jsonPath("$.cancelReason")
                .doesNotExist();
    }

    @Test
    void orderLastsForTheWindow() {
        var order = placedOrder();

        assertThat(Duration.between(order.createdAt(), order.expiresAt())).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void placedOrderIsPublished() {
        var order = placedOrder();

        var event = broker.await(OrderCreated.class, order.id());

        assertThat(event.ticket().priceMinor()).isEqualTo(1999);
        assertThat(event.expiresAt()).isEqualTo(order.expiresAt());
    }

    @Test
    void ofManyBuyersAtOnceExactlyOneGetsTheTicket() {
        var ticketId = ticketForSale();

        Map<Integer, Long> answers;
        try (var buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = IntStream.range(0, 50)
                    .mapToObj(
                            each -> buyers.submit(() -> post(SignedIn.someone(), "{\"ticketId\":\"" + ticketId + "\"}")
                                    .returnResult(String.class)
                                    .getStatus()
                                    .value()))
                    .toList()
                    .stream()
                    .map(PlaceOrderIT::get)
                    .collect(groupingBy(status -> status, counting()));
        }

        assertThat(answers).containsExactlyInAnyOrderEntriesOf(Map.of(201, 1L, 409, 49L));
    }

    @Test
    void reservedTicketIsRefused() {
        var order = placedOrder();

        post(SignedIn.someone(), "{\"ticketId\":\"" + order.ticket().id() + "\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ticket-reserved");
    }

    @Test
    void soldTicketIsRefused() {
        var order = placedOrder();
        var payment = new ObjectId().toHexString();
        broker.publish(new PaymentAuthorized(payment, order.id(), 1999, "usd"), 0);
        broker.publish(new PaymentCreated(payment, order.id(), "pi_1", 1999, "usd"), 1);
        broker.await(OrderCompleted.class, order.id());

        post(SignedIn.someone(), "{\"ticketId\":\"" + order.ticket().id() + "\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ticket-sold");
    }

    @Test
    void ownTicketIsRefused() {
        var ticketId = ticketForSale();

        post(new SignedIn(SELLER, "seller@example.com"), "{\"ticketId\":\"" + ticketId + "\"}")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("own-ticket");
    }

    @Test
    void unknownTicketIsNotFound() {
        post(buyer, "{\"ticketId\":\"" + new ObjectId() + "\"}")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ticket-not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"ticketId\":null}",
                "{\"ticketId\":\"\"}",
                "{\"ticketId\":\"x\"}",
                "{\"ticketId\":17}",
                "{\"ticketId\":{\"$ne\":null}}",
                "{\"ticketId\":\"6b0028613e6a648727960bceff\"}"
            })
    void badInputIsRefusedWithAReason(String body) {
        post(buyer, body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].message")
                .exists()
                .jsonPath("$.traceId")
                .exists()
                .jsonPath("$.instance")
                .isEqualTo("/api/orders");
    }

    @Test
    void fieldsThatAreNotOursChangeNothing() {
        var ticketId = ticketForSale();
        var body = "{\"ticketId\":\"%s\",\"userId\":\"x\",\"status\":\"complete\",\"version\":9}".formatted(ticketId);

        post(buyer, body)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.userId")
                .isEqualTo(buyer.id())
                .jsonPath("$.status")
                .isEqualTo("created");
    }

    @Test
    void buyerWithTooManyHoldsHasToWait() {
        for (var hold = 0; hold < 20; hold++) {
            placedOrder();
        }

        post(buyer, "{\"ticketId\":\"" + ticketForSale() + "\"}")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-many-holds");
    }

    @Test
    void wrongMethodAndMediaTypeAreToldApart() {
        http.put()
                .uri("/api/orders")
                .header("Cookie", buyer.cookie())
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .exists("Allow");
        http.post()
                .uri("/api/orders")
                .header("Cookie", buyer.cookie())
                .contentType(MediaType.TEXT_PLAIN)
                .body("x")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void hugeBodyIsRefused() {
        post(buyer, "{\"ticketId\":\"" + "a".repeat(70_000) + "\"}")
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void requestFromAnotherSiteIsRefused() {
        http.post()
                .uri("/api/orders")
                .header("Cookie", buyer.cookie())
                .header("Origin", "https://evil.example")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("cross-site-request");
    }

    private static int get(Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
