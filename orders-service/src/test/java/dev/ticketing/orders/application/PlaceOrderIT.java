package dev.ticketing.orders.application;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.events.PaymentEvent.PaymentCreated;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.orders.order.OrderStories;
import dev.ticketing.testing.SignedIn;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class PlaceOrderIT extends OrderStories {

    private static final Logger log = LoggerFactory.getLogger(PlaceOrderIT.class);

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
        var ticketId = ticketJustListed();

        Map<Integer, Long> answers;
        var queue = new Queue(ticketId);
        try (var buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            answers =
                    IntStream.range(0, 50)
                            .mapToObj(each -> buyers.submit(queue::statusOfAPatientBuyer))
                            .toList()
                            .stream()
                            .map(PlaceOrderIT::get)
                            .collect(groupingBy(status -> status, counting()));
        }

        log.info("asked to come again: {}", queue.refusals);
        assertThat(answers).containsExactlyInAnyOrderEntriesOf(Map.of(201, 1L, 409, 49L));
        assertThat(queue.refusals.keySet()).isSubsetOf("not-yet-known");
        assertThat(queue.refusalsOfAKnownTicket.sum()).isZero();
    }

    /** Buyers who repeat the request as long as the ticket is not yet known. Once it is known to one, it is to all. */
    private final class Queue {

        private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
        private final LongAdder refusalsOfAKnownTicket = new LongAdder();
        private final String body;
        private volatile boolean isKnown;

        Queue(String ticketId) {
            body = "{\"ticketId\":\"" + ticketId + "\"}";
        }

        int statusOfAPatientBuyer() {
            var someone = SignedIn.someone();
            return await().until(() -> status(someone), status -> status != 503);
        }

        private int status(SignedIn someone) {
            var wasKnown = isKnown;
            var answer = post(someone, body).returnResult(String.class);
            if (answer.getStatus().value() != 503) {
                isKnown = true;
            } else {
                refusals.computeIfAbsent(code(answer.getResponseBody()), code -> new LongAdder())
                        .increment();
                refusalsOfAKnownTicket.add(wasKnown ? 1 : 0);
            }
            return answer.getStatus().value();
        }

        private static String code(String problem) {
            return problem.replaceFirst("(?s).*\"code\":\"([^\"]*)\".*", "$1");
        }
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
        var order = confirmedOrder();
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
    void otherPriceThanTheBuyerSawIsRefusedWithBothAndReservesNothing() {
        var ticketId = ticketForSale();

        post(buyer, "{\"ticketId\":\"" + ticketId + "\",\"expectedPrice\":20}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("price-changed")
                .jsonPath("$.expectedPrice")
                .isEqualTo(20)
                .jsonPath("$.price")
                .isEqualTo(19.99)
                .jsonPath("$.currency")
                .isEqualTo("usd");
        assertThat(orders.findByActiveTicketId(ticketId)).isEmpty();
        post(buyer, "{\"ticketId\":\"" + ticketId + "\",\"expectedPrice\":\"19.99\"}")
                .expectStatus()
                .isCreated();
    }

    @Test
    void versionBeforeAnEditIsRefused() {
        var ticketId = ticketForSale();
        broker.publish(new TicketUpdated(ticketId, "Front row", 4000, "usd", SELLER, "available", null), 1);
        broker.awaitSettled("orders-service-tickets");

        postIfMatch("\"0\"", ticketId)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("price-changed");
        postIfMatch("\"1\"", ticketId).expectStatus().isCreated();
    }

    @Test
    void versionThatHasNotArrivedYetIsNotYetKnown() {
        var ticketId = ticketForSale();

        postIfMatch("\"7\"", ticketId)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "1")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-yet-known");
        assertThat(orders.findByActiveTicketId(ticketId)).isEmpty();
    }

    private ResponseSpec postIfMatch(String ifMatch, String ticketId) {
        return http.post()
                .uri("/api/orders")
                .header("Cookie", buyer.cookie())
                .header("If-Match", ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"ticketId\":\"" + ticketId + "\"}")
                .exchange();
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

    @ParameterizedTest
    @ValueSource(longs = {-3600, 3600})
    void ticketOfAnotherTimeIsNotFound(long seconds) {
        var ticketId = new ObjectId(Date.from(clock.instant().plusSeconds(seconds)));

        post(buyer, "{\"ticketId\":\"" + ticketId + "\"}")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ticket-not-found");
    }

    @Test
    void youngTicketWhoseEventIsLateIsNotYetKnown() {
        post(buyer, "{\"ticketId\":\"" + new ObjectId() + "\"}")
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "1")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-yet-known");
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
                "{\"ticketId\":\"6b0028613e6a648727960b01\",\"expectedPrice\":\"x\"}",
                "{\"ticketId\":\"6b0028613e6a648727960b01\",\"expectedPrice\":1e999999999}",
                "{\"ticketId\":\"6b0028613e6a648727960b01\",\"expectedPrice\":[]}",
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
    void unknownFieldsChangeNothing() {
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
    void buyerWithTooManyReservationsHasToWait() {
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
    void wrongMethodAndMediaTypeAreDistinguished() {
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
