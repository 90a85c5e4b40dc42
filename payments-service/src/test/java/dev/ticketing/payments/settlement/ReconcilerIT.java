package dev.ticketing.payments.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.payments.PlacedOrder;
import dev.ticketing.payments.Sandbox;
import dev.ticketing.payments.SandboxTest;
import dev.ticketing.payments.order.OrderReplication;
import dev.ticketing.payments.order.Orders;
import dev.ticketing.payments.payment.Payment;
import dev.ticketing.payments.payment.Payments;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.MovableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** No webhook, no retry, and processes that died: after two minutes Stripe is asked. */
@SandboxTest
class ReconcilerIT {

    private static final String CARD = "pm_card_threeDSecureRequired";

    @Autowired
    RestTestClient http;

    @Autowired
    Broker broker;

    @Autowired
    MovableClock clock;

    @Autowired
    Reconciler reconciler;

    @Autowired
    Payments payments;

    @Autowired
    Orders orders;

    @Autowired
    OrderReplication replication;

    @AfterEach
    void heal() {
        Sandbox.noFaults();
    }

    @Test
    void paymentProvedAtTheBankIsFound() {
        var order = PlacedOrder.at(1999, http, broker);
        Sandbox.prove(order.pay(CARD).text("nextActionUrl"), true);

        afterTwoMinutes();

        order.awaitStatus("authorized");
    }

    @Test
    void paymentWithRecentNewsIsLeftAlone() {
        var order = PlacedOrder.at(1999, http, broker);
        Sandbox.prove(order.pay(CARD).text("nextActionUrl"), true);

        reconciler.sweep();

        assertThat(order.payment().path("status").asString()).isEqualTo("requires_action");
    }

    @Test
    void attemptOfAProcessThatDiedBeforeItCalledStripeIsMade() {
        var order = died();

        afterTwoMinutes();

        order.awaitStatus("authorized");
        assertThat(Sandbox.ledger(order.id())).hasSize(1);
    }

    @Test
    void attemptOfAProcessThatDiedIsVoidedIfTheOrderIsLost() {
        var order = died();
        order.cancel();
        broker.awaitSettled("payments-service-orders");

        afterTwoMinutes();

        order.awaitStatus("voided");
        assertThat(Sandbox.ledger(order.id()).getFirst().status()).isEqualTo("canceled");
    }

    @ParameterizedTest
    @ValueSource(strings = {Sandbox.NO_ANSWER, "\"status\":500"})
    void attemptWithoutAnAnswerIsFinished(String fault) {
        var order = PlacedOrder.at(1999, http, broker);
        Sandbox.fault("{\"path\":\"/v1/payment_intents\",\"method\":\"POST\"," + fault + "}");
        assertThat(order.pay("pm_card_visa").status()).isEqualTo(503);
        Sandbox.noFaults();

        await().pollInterval(Duration.ofMillis(500)).until(() -> {
            afterTwoMinutes();
            return order.payment().path("status").asString().equals("authorized");
        });

        assertThat(Sandbox.ledger(order.id())).hasSize(1);
    }

    @Test
    void claimedPaymentIsCaptured() {
        var order = authorized();
        replication.replicate(new OrderAwaitingPayment(order.id(), order.paymentId(), order.ticket()), 1);

        afterTwoMinutes();

        order.awaitStatus("captured");
    }

    @Test
    void authorizationOfALostOrderIsLetGo() {
        var order = authorized();
        replication.replicate(new OrderCancelled(order.id(), "expired", order.ticket()), 1);

        afterTwoMinutes();

        order.awaitStatus("voided");
        assertThat(Sandbox.ledger(order.id()).getFirst().status()).isEqualTo("canceled");
    }

    @Test
    void stripeBeingAwayIsWaitedFor() {
        var order = PlacedOrder.at(1999, http, broker);
        Sandbox.prove(order.pay(CARD).text("nextActionUrl"), true);
        Sandbox.fault("{\"method\":\"GET\",\"status\":500}");
        afterTwoMinutes();

        await().until(() -> {
            afterTwoMinutes();
            return order.payment().path("status").asString().equals("authorized");
        });
    }

    private PlacedOrder authorized() {
        var order = PlacedOrder.at(1999, http, broker);
        order.pay("pm_card_visa");
        order.awaitStatus("authorized");
        return order;
    }

    /** The attempt is saved, and nothing else has happened. */
    private PlacedOrder died() {
        var order = PlacedOrder.at(1999, http, broker);
        var replica = await().until(() -> orders.findById(order.id()), found -> found.isPresent());
        var payment = Payment.of(replica.orElseThrow(), clock.instant());
        payment.begin("pm_card_visa", Optional.empty(), clock.instant());
        payments.insert(payment);
        return order;
    }

    private void afterTwoMinutes() {
        clock.advance(Duration.ofSeconds(121));
        reconciler.sweep();
    }
}
