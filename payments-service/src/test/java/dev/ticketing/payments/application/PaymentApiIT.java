package dev.ticketing.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.payments.PlacedOrder;
import dev.ticketing.payments.Sandbox;
import dev.ticketing.payments.SandboxTest;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@SandboxTest
class PaymentApiIT {

    @Autowired
    RestTestClient http;

    @Autowired
    Broker broker;

    @Test
    void payingNeedsASession() {
        http.post()
                .uri("/api/payments")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"orderId\":\"5f0000000000000000000001\"}",
                "{\"orderId\":\"5f0000000000000000000001\",\"token\":\"  \"}",
                "{\"orderId\":\"nonsense\",\"token\":\"pm_card_visa\"}",
                "{\"orderId\":[],\"token\":\"pm_card_visa\"}",
                "{"
            })
    void payingNeedsAnOrderAndAToken(String body) {
        var order = PlacedOrder.at(1000, http, broker);

        assertThat(order.post(body, order.buyer()).status()).isEqualTo(400);
    }

    @Test
    void tokenIsNotLongerThanStripesIdsCanBe() {
        var order = PlacedOrder.at(1000, http, broker);

        var answer = order.pay("t".repeat(256));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("validation-failed");
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, 3600})
    void orderOfAnotherTimeIsNotFound(long seconds) {
        var id = new ObjectId(Date.from(Instant.now().plusSeconds(seconds)));

        assertThat(answerFor(id).text("code")).isEqualTo("order-not-found");
    }

    @Test
    void youngOrderWhoseEventIsLateIsNotYetKnown() {
        var answer = answerFor(new ObjectId());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("not-yet-known");
    }

    private PlacedOrder.Answer answerFor(ObjectId orderId) {
        var order = PlacedOrder.at(1000, http, broker);
        return order.post("{\"orderId\":\"" + orderId + "\",\"token\":\"pm_card_visa\"}", order.buyer());
    }

    @Test
    void somebodyElsesOrderIsNotFound() {
        var order = PlacedOrder.at(1000, http, broker);

        var answer = order.pay("pm_card_visa", SignedIn.someone());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(Sandbox.ledger(order.id())).isEmpty();
    }

    @Test
    void cancelledOrderIsNotPayable() {
        var order = PlacedOrder.at(1000, http, broker);
        order.cancel();
        broker.awaitSettled("payments-service-orders");

        var answer = order.pay("pm_card_visa");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("order-not-payable");
        assertThat(Sandbox.ledger(order.id())).isEmpty();
    }

    @Test
    void orderThatExpiredLongAgoIsNotPayableThoughOrdersHasNotSaidSo() {
        var over = Instant.now().minus(Duration.ofMinutes(10));
        var order = PlacedOrder.of(SignedIn.someone(), 1000, over, http, broker);

        assertThat(order.pay("pm_card_visa").text("code")).isEqualTo("order-not-payable");
        assertThat(Sandbox.ledger(order.id())).isEmpty();
    }

    @Test
    void paidOrderIsNotPayable() {
        var order = PlacedOrder.at(1000, http, broker);
        order.payAndClaim("pm_card_visa");

        assertThat(order.pay("pm_card_visa").text("code")).isEqualTo("order-not-payable");
        order.complete();
        broker.awaitSettled("payments-service-orders");
        assertThat(order.pay("pm_card_mastercard").status()).isEqualTo(409);
        assertThat(Sandbox.ledger(order.id())).hasSize(1);
    }

    @Test
    void buyerSeesWhatHePaid() {
        var order = PlacedOrder.at(1999, http, broker);
        var id = order.payAndClaim("pm_card_visa").text("id");

        http.get()
                .uri("/api/payments/" + id)
                .header("Cookie", order.buyer().cookie())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.orderId")
                .isEqualTo(order.id())
                .jsonPath("$.status")
                .isEqualTo("captured")
                .jsonPath("$.amount")
                .isEqualTo(19.99)
                .jsonPath("$.currency")
                .isEqualTo("usd")
                .jsonPath("$.createdAt")
                .exists()
                .jsonPath("$.stripeId")
                .isEqualTo(Sandbox.ledger(order.id()).getFirst().id())
                .jsonPath("$.token")
                .doesNotExist();
    }

    @Test
    void othersDoNotSeeIt() {
        var order = PlacedOrder.at(1000, http, broker);
        var id = order.payAndClaim("pm_card_visa").text("id");

        http.get()
                .uri("/api/payments/" + id)
                .header("Cookie", SignedIn.someone().cookie())
                .exchange()
                .expectStatus()
                .isNotFound();
        http.get()
                .uri("/api/payments/nonsense")
                .header("Cookie", order.buyer().cookie())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void listIsNewestFirstAndPaged() {
        var buyer = SignedIn.someone();
        var later = Instant.now().plus(Duration.ofHours(1));
        var first = PlacedOrder.of(buyer, 1000, later, http, broker);
        var second = PlacedOrder.of(buyer, 1000, later, http, broker);
        first.pay("pm_card_chargeDeclined");
        second.pay("pm_card_chargeDeclined");

        var link = http.get()
                .uri("/api/payments?limit=1")
                .header("Cookie", buyer.cookie())
                .exchange()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1)
                .jsonPath("$[0].orderId")
                .isEqualTo(second.id())
                .returnResult()
                .getResponseHeaders()
                .getFirst("Link");
        http.get()
                .uri(link.substring(1, link.indexOf('>')))
                .header("Cookie", buyer.cookie())
                .exchange()
                .expectHeader()
                .doesNotExist("Link")
                .expectBody()
                .jsonPath("$[0].orderId")
                .isEqualTo(first.id());
    }

    @Test
    void pagesAreToldThatItIsTheSandbox() {
        http.get()
                .uri("/api/payments/config")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"mode\":\"sandbox\"}");
    }
}
