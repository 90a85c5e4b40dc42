package dev.ticketing.orders.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.orders.order.OrderStatus;
import dev.ticketing.orders.order.OrderStories;
import dev.ticketing.testing.SignedIn;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class OwnOrdersIT extends OrderStories {

    @Test
    void signedOutIsRefusedBeforeAnythingElse() {
        http.post()
                .uri("/api/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        http.get().uri("/api/orders").exchange().expectStatus().isUnauthorized();
        http.get().uri("/api/orders/x").exchange().expectStatus().isUnauthorized();
        http.delete().uri("/api/orders/x").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void expiredSessionCountsAsSignedOut() {
        http.get()
                .uri("/api/orders")
                .header("Cookie", buyer.cookie(Instant.now().minusSeconds(1)))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void listContainsOwnOrdersOfEveryStatusNewestFirst() {
        var first = placedOrder();
        var second = placedOrder();
        delete(buyer, first.id()).expectStatus().isNoContent();

        get(buyer, "/api/orders")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(2)
                .jsonPath("$[0].id")
                .isEqualTo(second.id())
                .jsonPath("$[1].status")
                .isEqualTo("cancelled");
        get(SignedIn.someone(), "/api/orders").expectBody().json("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "status=created, 1",
        "status=cancelled, 1",
        "status=complete, 0",
        "status=created&status=cancelled, 2",
        "'status=created,awaiting:payment,', 1",
        "status=, 2"
    })
    void listMayBeOfSomeStatusesOnly(String query, int count) {
        delete(buyer, placedOrder().id()).expectStatus().isNoContent();
        placedOrder();

        get(buyer, "/api/orders?" + query)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(count);
    }

    @Test
    void pagesOfOneStatusFollowEachOther() {
        var first = placedOrder();
        delete(buyer, placedOrder().id()).expectStatus().isNoContent();
        var last = placedOrder();

        get(buyer, "/api/orders?status=created&limit=1")
                .expectHeader()
                .value("Link", link -> assertThat(link).contains("status=created", "cursor=" + last.id()));
        get(buyer, "/api/orders?status=created&limit=1&cursor=" + last.id())
                .expectHeader()
                .doesNotExist("Link")
                .expectBody()
                .jsonPath("$[0].id")
                .isEqualTo(first.id());
    }

    @Test
    void orderHasItsHistory() {
        var order = placedOrder();
        delete(buyer, order.id()).expectStatus().isNoContent();

        get(buyer, "/api/orders/" + order.id())
                .expectBody()
                .jsonPath("$.history.length()")
                .isEqualTo(2)
                .jsonPath("$.history[0].status")
                .isEqualTo("created")
                .jsonPath("$.history[0].at")
                .isEqualTo(order.createdAt().toString())
                .jsonPath("$.history[0].reason")
                .doesNotExist()
                .jsonPath("$.history[1].status")
                .isEqualTo("cancelled")
                .jsonPath("$.history[1].reason")
                .isEqualTo("buyer");
    }

    @Test
    void listIsPagedByCursor() {
        var first = placedOrder();
        var second = placedOrder();

        get(buyer, "/api/orders?limit=1")
                .expectHeader()
                .value("Link", link -> assertThat(link).contains("cursor=" + second.id(), "rel=\"next\""))
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1);
        get(buyer, "/api/orders?limit=1&cursor=" + second.id())
                .expectHeader()
                .doesNotExist("Link")
                .expectBody()
                .jsonPath("$[0].id")
                .isEqualTo(first.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "cursor=x", "status=paid", "status=created,x"})
    void badPageIsRefused(String query) {
        get(buyer, "/api/orders?" + query).expectStatus().isBadRequest();
    }

    @Test
    void buyerSeesTheirOrder() {
        var order = placedOrder();

        get(buyer, "/api/orders/" + order.id())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(order.id());
    }

    @Test
    void orderOfAnotherBuyerIsNotFound() {
        var order = placedOrder();

        get(SignedIn.someone(), "/api/orders/" + order.id()).expectStatus().isNotFound();
        delete(SignedIn.someone(), order.id()).expectStatus().isNotFound();

        assertThat(reload(order).status()).isEqualTo(OrderStatus.CREATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6b0028613e6a648727960bce", "x", "6b00", "%00", "$ne"})
    void unknownOrderIsNotFound(String id) {
        get(buyer, "/api/orders/" + id).expectStatus().isNotFound();
        delete(buyer, id).expectStatus().isNotFound();
    }

    @Test
    void cancelFreesTheTicketForTheNextBuyer() {
        var order = placedOrder();

        delete(buyer, order.id()).expectStatus().isNoContent();

        post(SignedIn.someone(), "{\"ticketId\":\"" + order.ticket().id() + "\"}")
                .expectStatus()
                .isCreated();
        assertThat(broker.await(OrderCancelled.class, order.id()).reason()).isEqualTo("buyer");
    }

    @Test
    void cancellingAgainChangesNothing() {
        var order = placedOrder();
        delete(buyer, order.id()).expectStatus().isNoContent();

        delete(buyer, order.id()).expectStatus().isNoContent();

        assertThat(reload(order).version()).isEqualTo(1);
    }

    @Test
    void orderThatIsBeingPaidCannotBeCancelled() {
        var order = confirmedOrder();
        broker.publish(new PaymentAuthorized(new ObjectId().toHexString(), order.id(), 1999, "usd"), 0);
        broker.await(OrderAwaitingPayment.class, order.id());

        delete(buyer, order.id())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("order-complete");
    }

    @Test
    void errorsRevealNoInternals() {
        get(buyer, "/api/orders/x")
                .expectBody(String.class)
                .value(body -> assertThat(body).doesNotContain("Exception", "dev.ticketing", "localhost"));
    }
}
