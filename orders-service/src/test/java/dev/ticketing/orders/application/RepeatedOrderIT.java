package dev.ticketing.orders.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.events.PaymentEvent.PaymentCreated;
import dev.ticketing.orders.order.OrderStatus;
import dev.ticketing.orders.order.OrderStories;
import dev.ticketing.testing.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Limit;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** The responses to a client that does not know whether its first request has arrived. */
class RepeatedOrderIT extends OrderStories {

    private final String key = UUID.randomUUID().toString();
    private final String cookie = buyer.cookie(Instant.now().plus(Duration.ofDays(3)));

    @Test
    void repeatedRequestGetsTheFirstResponse() {
        var ticketId = ticketForSale();
        var first = order(place(ticketId));

        assertThat(order(place(ticketId))).isEqualTo(first);
        assertThat(orders.findByUserIdAndStatusInOrderByIdDesc(
                        buyer.id(), EnumSet.allOf(OrderStatus.class), Limit.of(2)))
                .hasSize(1);
    }

    @Test
    void firstResponseStaysWhateverBecomesOfTheOrder() {
        var cancelled = ticketForSale();
        var first = order(place(cancelled));
        delete(buyer, (String) first.get("id")).expectStatus().isNoContent();

        assertThat(order(place(cancelled))).isEqualTo(first);

        get(buyer, "/api/orders/" + first.get("id"))
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("cancelled");
    }

    @Test
    void firstResponseStaysWhenTheTicketIsSold() {
        var ticketId = ticketForSale();
        var first = order(place(ticketId));
        pay((String) first.get("id"));

        assertThat(order(place(ticketId))).isEqualTo(first);
    }

    @Test
    void ofManyAtOnceAllGetTheOneOrder() {
        var ticketId = ticketForSale();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 50)
                    .mapToObj(each -> clients.submit(() -> order(place(ticketId))))
                    .toList();

            assertThat(answers.stream().map(RepeatedOrderIT::get).distinct()).hasSize(1);
        }
        assertThat(orders.findByUserIdAndStatusInOrderByIdDesc(
                        buyer.id(), EnumSet.allOf(OrderStatus.class), Limit.of(2)))
                .hasSize(1);
    }

    @Test
    void buyerAtTheCapGetsTheFirstResponseToo() {
        var ticketId = ticketForSale();
        var first = order(place(ticketId));
        for (var hold = 1; hold < 20; hold++) {
            placedOrder();
        }

        assertThat(order(place(ticketId))).isEqualTo(first);
    }

    @Test
    void keyWithAnotherBodyIsRefused() {
        place(ticketForSale()).expectStatus().isCreated();
        var other = ticketForSale();

        place(other)
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("idempotency-key-reused");

        assertThat(orders.findByActiveTicketId(other)).isEmpty();
    }

    @Test
    void sameKeyOfAnotherBuyerIsAnother() {
        var ticketId = ticketForSale();
        place(ticketId).expectStatus().isCreated();

        place(SignedIn.someone().cookie(), key, ticketId)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ticket-reserved");
        place(SignedIn.someone().cookie(), key, ticketForSale()).expectStatus().isCreated();
    }

    @Test
    void refusedRequestIsCheckedAgain() {
        var taken = placedOrder();
        var other = SignedIn.someone();
        var ticketId = taken.ticket().id();
        place(other.cookie(), key, ticketId).expectStatus().isEqualTo(409);
        delete(buyer, taken.id()).expectStatus().isNoContent();

        place(other.cookie(), key, ticketId).expectStatus().isCreated();
    }

    @Test
    void keyIsForgottenAfterADay() {
        var ticketId = ticketForSale();
        var first = order(place(ticketId));
        delete(buyer, (String) first.get("id")).expectStatus().isNoContent();
        clock.advance(Duration.ofHours(24));

        var second = order(place(ticketId));

        assertThat(second.get("id")).isNotEqualTo(first.get("id"));
        assertThat(order(place(ticketId))).isEqualTo(second);
    }

    @Test
    void malformedKeyIsRefusedAfterTheSession() {
        place(cookie, "two words", ticketForSale())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
        place("session=", "two words", ticketForSale()).expectStatus().isUnauthorized();
    }

    private void pay(String orderId) {
        var payment = new ObjectId().toHexString();
        confirm(orders.findById(orderId).orElseThrow());
        broker.publish(new PaymentAuthorized(payment, orderId, 1999, "usd"), 0);
        broker.publish(new PaymentCreated(payment, orderId, "pi_1", 1999, "usd"), 1);
        broker.await(OrderCompleted.class, orderId);
    }

    private ResponseSpec place(String ticketId) {
        return place(cookie, key, ticketId);
    }

    private ResponseSpec place(String cookie, String key, String ticketId) {
        return http.post()
                .uri("/api/orders")
                .header("Cookie", cookie)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"ticketId\":\"" + ticketId + "\"}")
                .exchange();
    }

    /** The response without {@code serverTime}, which always differs. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> order(ResponseSpec answer) {
        Map<String, Object> order = answer.expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        assertThat(order.remove("serverTime")).isNotNull();
        return order;
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
