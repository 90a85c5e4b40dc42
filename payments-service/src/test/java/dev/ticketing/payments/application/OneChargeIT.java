package dev.ticketing.payments.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.payments.PlacedOrder;
import dev.ticketing.payments.PlacedOrder.Answer;
import dev.ticketing.payments.Sandbox;
import dev.ticketing.payments.SandboxTest;
import dev.ticketing.testing.Broker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Double clicks, two tabs, time-outs and an ailing Stripe: one order, one PaymentIntent, one charge. */
@SandboxTest
class OneChargeIT {

    @Autowired
    RestTestClient http;

    @Autowired
    Broker broker;

    @AfterEach
    void heal() {
        Sandbox.noFaults();
    }

    @Test
    void whoClicksSixteenTimesPaysOnceAndHearsOneAnswer() {
        var order = PlacedOrder.at(1999, http, broker);
        broker.awaitSettled("payments-service-orders");

        var clicks = IntStream.range(0, 16)
                .mapToObj(click -> order.payInBackground("pm_card_visa"))
                .toList();
        order.awaitStatus("authorized");
        order.claim();

        assertThat(clicks.stream().map(CompletableFuture::join).map(Answer::body))
                .allSatisfy(body -> {
                    assertThat(body.path("status").asString()).isEqualTo("captured");
                    assertThat(body.path("id").asString()).isEqualTo(order.paymentId());
                });
        assertOneCharge(order);
    }

    @Test
    void cardThatIsDeclinedInOneTabIsDeclinedInTheOther() {
        var order = PlacedOrder.at(1999, http, broker);
        broker.awaitSettled("payments-service-orders");
        Sandbox.fault("{\"path\":\"/v1/payment_intents\",\"method\":\"POST\",\"delayBeforeMs\":500}");

        var one = order.payInBackground("pm_card_chargeDeclined");
        var other = order.payInBackground("pm_card_chargeDeclined");

        assertThat(one.join().status()).isEqualTo(402);
        assertThat(other.join().status()).isEqualTo(402);
        assertThat(Sandbox.ledger(order.id())).hasSize(1);
    }

    @Test
    void anotherCardInTheOtherTabPaysIfTheFirstIsDeclined() {
        var order = PlacedOrder.at(1999, http, broker);
        broker.awaitSettled("payments-service-orders");
        Sandbox.fault("{\"path\":\"/v1/payment_intents\",\"method\":\"POST\",\"delayBeforeMs\":500}");

        var declined = order.payInBackground("pm_card_chargeDeclined");
        order.awaitStatus("pending");

        assertThat(order.payAndClaim("pm_card_visa").text("status")).isEqualTo("captured");
        assertThat(declined.join().status()).isEqualTo(402);
        assertOneCharge(order);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\":500",
                "\"status\":503",
                "\"status\":429",
                Sandbox.NO_ANSWER,
                "\"delayBeforeMs\":9000", // we wait for four seconds, and Stripe is busy for all of them
                "\"drop\":\"before\",\"times\":2",
                "\"drop\":\"after\",\"times\":2"
            })
    void holdIsKeptWhileStripeIsAwayAndOneRetryPays(String fault) {
        var order = PlacedOrder.at(1999, http, broker);
        Sandbox.fault("{\"path\":\"/v1/payment_intents\",\"method\":\"POST\"," + fault + "}");

        var away = order.pay("pm_card_visa");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.headers().getFirst("Retry-After")).isNotBlank();
        Sandbox.noFaults();
        assertThat(retried(order).text("status")).isEqualTo("captured");
        assertOneCharge(order);
    }

    @Test
    void retryWithAnotherCardPaysWithTheFirstIfThatWasAccepted() {
        var order = PlacedOrder.at(1999, http, broker);
        Sandbox.fault("{\"path\":\"/v1/payment_intents\",\"method\":\"POST\"," + Sandbox.NO_ANSWER + "}");
        assertThat(order.pay("pm_card_visa").status()).isEqualTo(503);

        assertThat(order.payAndClaim("pm_card_mastercard").text("status")).isEqualTo("captured");
        assertOneCharge(order);
    }

    @Test
    void orderLostWhileStripeIsAskedIsNotPaid() {
        var order = PlacedOrder.at(1999, http, broker);
        broker.awaitSettled("payments-service-orders");
        Sandbox.fault("{\"path\":\"/v1/payment_intents\",\"method\":\"POST\",\"delayAfterMs\":700}");
        var paying = order.payInBackground("pm_card_visa");
        order.awaitStatus("pending");

        order.cancel();

        assertThat(paying.join().text("code")).isEqualTo("order-not-payable");
        order.awaitStatus("voided");
        assertThat(Sandbox.ledger(order.id()).getFirst().status()).isEqualTo("canceled");
    }

    /** Stripe may still be busy with the first call, which it says with a 409, and we with a 503. */
    private static Answer retried(PlacedOrder order) {
        Thread.ofVirtual().start(() -> {
            order.awaitStatus("authorized");
            order.claim();
        });
        return await().pollInterval(Duration.ofMillis(100))
                .until(() -> order.pay("pm_card_visa"), answer -> answer.status() != 503);
    }

    private static void assertOneCharge(PlacedOrder order) {
        assertThat(Sandbox.ledger(order.id())).singleElement().satisfies(intent -> {
            assertThat(intent.status()).isEqualTo("succeeded");
            assertThat(intent.amountReceived()).isEqualTo(1999);
        });
    }
}
