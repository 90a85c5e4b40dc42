package dev.ticketing.payments.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.PaymentEvent.PaymentCreated;
import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.events.PaymentEvent.PaymentRefunded;
import dev.ticketing.events.PaymentEvent.PaymentVoided;
import dev.ticketing.payments.PlacedOrder;
import dev.ticketing.payments.Sandbox;
import dev.ticketing.payments.SandboxTest;
import dev.ticketing.testing.Broker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Each event of orders-service: its effect, once more, and out of order. */
@SandboxTest
class OrderEventsIT {

    private static final String CONSUMER = "payments-service-orders";

    @Autowired
    RestTestClient http;

    @Autowired
    Broker broker;

    @Test
    void awaitingPaymentThatComesTwiceCapturesOnce() {
        var order = PlacedOrder.at(1999, http, broker);
        var paying = order.payInBackground("pm_card_visa");
        order.awaitStatus("authorized");
        var claimed = order.claim();
        paying.join();

        order.again(claimed, 1);
        broker.awaitSettled(CONSUMER);

        assertThat(broker.events(PaymentCreated.class, order.paymentId())).hasSize(1);
        assertThat(Sandbox.ledger(order.id()).getFirst().amountReceived()).isEqualTo(1999);
    }

    @Test
    void orderCreatedThatComesAgainAfterTheClaimChangesNothing() {
        var order = PlacedOrder.at(1999, http, broker);
        order.payAndClaim("pm_card_visa");

        order.again(order.created(), 0);
        broker.awaitSettled(CONSUMER);

        assertThat(order.pay("pm_card_visa").text("code")).isEqualTo("order-not-payable");
    }

    @Test
    void completionBeforeTheClaimWaitsForIt() {
        var order = PlacedOrder.at(1999, http, broker);
        var paying = order.payInBackground("pm_card_visa");
        order.awaitStatus("authorized");
        var id = order.paymentId();
        var claimed = new OrderAwaitingPayment(order.id(), id, order.ticket());

        broker.publish(new OrderCompleted(order.id(), id, order.ticket()), 2);
        broker.publish(claimed, 1);

        assertThat(paying.join().text("status")).isEqualTo("captured");
        broker.awaitSettled(CONSUMER);
        assertThat(order.pay("pm_card_visa").text("detail")).contains("is already paid");
    }

    @Test
    void cancelledOrderLetsTheAuthorizationGo() {
        var order = PlacedOrder.at(1999, http, broker);
        var paying = order.payInBackground("pm_card_visa");
        order.awaitStatus("authorized");

        var cancelled = order.cancel();

        assertThat(paying.join().text("code")).isEqualTo("order-not-payable");
        assertThat(broker.await(PaymentVoided.class, order.paymentId()).reason())
                .isEqualTo("order-cancelled");
        assertThat(Sandbox.ledger(order.id()).getFirst().status()).isEqualTo("canceled");
        order.again(cancelled, 1);
        broker.awaitSettled(CONSUMER);
        assertThat(broker.events(PaymentVoided.class, order.paymentId())).hasSize(1);
    }

    @Test
    void buyerWhoseOrderIsLostMeanwhileIsToldSoThoughStripeIsBusy() {
        var order = PlacedOrder.at(1999, http, broker);
        Sandbox.fault("{\"path\":\"/v1/payment_intents\",\"delayAfterMs\":700}");
        Sandbox.fault("{\"path\":\"/v1/payment_intents/*/cancel\",\"status\":429}");
        var paying = order.payInBackground("pm_card_visa");
        order.awaitStatus("pending");

        order.cancel();

        assertThat(paying.join().text("code")).isEqualTo("order-not-payable");
    }

    @Test
    void cancellationThatComesBeforeTheOrderWaitsForIt() {
        var order = PlacedOrder.at(1999, http, broker);
        var paying = order.payInBackground("pm_card_visa");
        order.awaitStatus("authorized");
        var claimed = new OrderAwaitingPayment(order.id(), order.paymentId(), order.ticket());

        broker.publish(new OrderCancelled(order.id(), "payment-failed", order.ticket()), 2);
        broker.publish(claimed, 1);

        paying.join();
        broker.await(PaymentRefunded.class, order.paymentId());
        assertThat(Sandbox.ledger(order.id()).getFirst().refunded()).isEqualTo(1999);
    }

    @Test
    void captureRefusedForGoodFails() {
        var order = PlacedOrder.at(1999, http, broker);
        var paying = order.payInBackground("pm_card_visa");
        order.awaitStatus("authorized");
        Sandbox.call(
                "/v1/payment_intents/" + Sandbox.ledger(order.id()).getFirst().id() + "/cancel");

        order.claim();

        assertThat(paying.join().status()).isEqualTo(402);
        assertThat(broker.await(PaymentFailed.class, order.paymentId()).reason())
                .contains("canceled");
    }

    @Test
    void captureIsRepeatedUntilStripeAnswers() {
        var order = PlacedOrder.at(1999, http, broker);
        var paying = order.payInBackground("pm_card_visa");
        order.awaitStatus("authorized");
        Sandbox.fault("{\"path\":\"/v1/payment_intents/"
                + Sandbox.ledger(order.id()).getFirst().id() + "/capture\",\"status\":500,\"times\":3}");

        order.claim();

        broker.await(PaymentCreated.class, order.paymentId());
        assertThat(paying.join().status()).isEqualTo(201);
        assertThat(Sandbox.ledger(order.id()).getFirst().amountReceived()).isEqualTo(1999);
    }

    @Test
    void captureWhoseAnswerIsLostIsNotRepeated() {
        var order = PlacedOrder.at(1999, http, broker);
        var paying = order.payInBackground("pm_card_visa");
        order.awaitStatus("authorized");
        Sandbox.fault("{\"path\":\"/v1/payment_intents/*/capture\"," + Sandbox.NO_ANSWER + "}");

        order.claim();

        broker.await(PaymentCreated.class, order.paymentId());
        paying.join();
        assertThat(Sandbox.ledger(order.id()))
                .singleElement()
                .satisfies(intent -> assertThat(intent.amountReceived()).isEqualTo(1999));
    }

    @Test
    void orderCancelledWithoutAPaymentIsNobodysBusiness() {
        var order = PlacedOrder.at(1999, http, broker);

        order.cancel();
        broker.awaitSettled(CONSUMER);

        assertThat(order.payment().isMissingNode()).isTrue();
        assertThat(broker.deadLetters()).isEmpty();
    }
}
