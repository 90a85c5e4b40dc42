package dev.ticketing.payments.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.events.PaymentEvent.PaymentCreated;
import dev.ticketing.events.PaymentEvent.PaymentVoided;
import dev.ticketing.payments.PlacedOrder;
import dev.ticketing.payments.Sandbox;
import dev.ticketing.payments.SandboxTest;
import dev.ticketing.testing.Broker;
import java.time.Duration;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The sandbox's own events, sent by the test: when, how often and in which order it likes. */
@SandboxTest
class WebhookIT {

    private static final String CARD = "pm_card_threeDSecureRequired";

    @Autowired
    RestTestClient http;

    @Autowired
    Broker broker;

    @Autowired
    ReceivedEvents inbox;

    @AfterEach
    void heal() {
        Sandbox.noFaults();
    }

    @Test
    void buyerWhoNeverComesBackFromHisBankHasPaidAllTheSame() {
        var order = PlacedOrder.at(1999, http, broker);
        Sandbox.prove(order.pay(CARD).text("nextActionUrl"), true);

        var event = event("payment_intent.amount_capturable_updated", order);
        assertThat(send(event)).isEqualTo(200);

        broker.await(PaymentAuthorized.class, order.paymentId());
        order.claim();
        broker.await(PaymentCreated.class, order.paymentId());
        assertThat(Sandbox.ledger(order.id()).getFirst().amountReceived()).isEqualTo(1999);
    }

    @Test
    void eventThatComesTenTimesCountsOnce() {
        var order = PlacedOrder.at(1999, http, broker);
        Sandbox.prove(order.pay(CARD).text("nextActionUrl"), true);
        var event = event("payment_intent.amount_capturable_updated", order);

        for (var i = 0; i < 10; i++) {
            assertThat(send(event)).isEqualTo(200);
        }

        awaitLookedInto(event);
        assertThat(broker.events(PaymentAuthorized.class, order.paymentId())).hasSize(1);
    }

    @Test
    void eventsInTheWrongOrderEndInWhatIsTrueAtStripe() {
        var order = PlacedOrder.at(1999, http, broker);
        Sandbox.prove(order.pay(CARD).text("nextActionUrl"), true);
        var authorized = event("payment_intent.amount_capturable_updated", order);
        var asked = event("payment_intent.requires_action", order);
        var made = event("payment_intent.created", order);

        send(authorized);
        awaitLookedInto(authorized);
        send(asked);
        send(made);

        awaitLookedInto(asked);
        awaitLookedInto(made);
        assertThat(order.payment().path("status").asString()).isEqualTo("authorized");
    }

    @Test
    void captureIsBelievedWhenItsAnswerWasLost() {
        var order = PlacedOrder.at(1999, http, broker);
        var paying = order.payInBackground("pm_card_visa");
        order.awaitStatus("authorized");
        Sandbox.call("/v1/payment_intents/" + intentId(order) + "/capture");

        send(event("payment_intent.succeeded", order));

        assertThat(paying.join().text("status")).isEqualTo("captured");
        assertThat(broker.events(PaymentCreated.class, order.paymentId())).hasSize(1);
    }

    @Test
    void intentCanceledAtStripeBeforeItWasPaidVoidsThePayment() {
        var order = PlacedOrder.at(1999, http, broker);
        order.pay("pm_card_chargeDeclined");
        Sandbox.call("/v1/payment_intents/" + intentId(order) + "/cancel");

        send(event("payment_intent.canceled", order));

        broker.await(PaymentVoided.class, order.paymentId());
    }

    @Test
    void payloadIsNotBelieved() {
        var order = PlacedOrder.at(1999, http, broker);
        order.pay(CARD);
        var lie = event("payment_intent.requires_action", order)
                .replace("payment_intent.requires_action", "payment_intent.succeeded")
                .replace("\"status\":\"requires_action\"", "\"status\":\"succeeded\"");

        assertThat(send(lie)).isEqualTo(200);

        awaitLookedInto(lie);
        assertThat(order.payment().path("status").asString()).isEqualTo("requires_action");
    }

    @Test
    void attemptWhoseAnswerWasLostIsFoundByItsEvent() {
        var order = PlacedOrder.at(1999, http, broker);
        Sandbox.fault("{\"path\":\"/v1/payment_intents\",\"method\":\"POST\"," + Sandbox.NO_ANSWER + "}");
        assertThat(order.pay("pm_card_visa").status()).isEqualTo(503);
        await().until(() -> !Sandbox.ledger(order.id()).isEmpty());

        send(event("payment_intent.amount_capturable_updated", order));

        order.awaitStatus("authorized");
    }

    @Test
    void secondIntentOfAPaymentIsCanceled() {
        var order = PlacedOrder.at(1999, http, broker);
        order.payAndClaim("pm_card_visa");
        var stray = Sandbox.call(
                        "/v1/payment_intents",
                        "amount=1999",
                        "currency=usd",
                        "capture_method=manual",
                        "payment_method_types%5B%5D=card",
                        "confirm=true",
                        "payment_method=pm_card_visa",
                        "metadata%5BpaymentId%5D=" + order.paymentId())
                .path("id")
                .asString();

        send(Sandbox.events("payment_intent.created", stray).getFirst().toString());

        await().until(() -> !Sandbox.events("payment_intent.canceled", stray).isEmpty());
        assertThat(Sandbox.ledger(order.id()).getFirst().status()).isEqualTo("succeeded");
    }

    @Test
    void eventOfSomebodyElsesIntentIsKeptAndHarmless() {
        var stranger = Sandbox.call("/v1/payment_intents", "amount=1999", "currency=usd")
                .path("id")
                .asString();
        var event =
                Sandbox.events("payment_intent.created", stranger).getFirst().toString();

        assertThat(send(event)).isEqualTo(200);

        awaitLookedInto(event);
    }

    @Test
    void eventWithoutAnIntentIsKept() {
        var event = "{\"id\":\"evt_" + new ObjectId()
                + "\",\"object\":\"event\",\"type\":\"payout.paid\",\"data\":{\"object\":{\"id\":\"po_1\",\"object\":\"payout\"}}}";

        assertThat(send(event)).isEqualTo(200);

        awaitLookedInto(event);
    }

    @Test
    void eventWaitsWhileStripeIsAway() {
        var order = PlacedOrder.at(1999, http, broker);
        Sandbox.prove(order.pay(CARD).text("nextActionUrl"), true);
        Sandbox.fault("{\"path\":\"/v1/payment_intents/" + intentId(order) + "\",\"status\":500}");
        var event = event("payment_intent.amount_capturable_updated", order);

        assertThat(send(event)).isEqualTo(200);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> inbox.findById(id(event)).orElseThrow().waitingSince() == null);
        order.awaitStatus("authorized");
    }

    private String event(String type, PlacedOrder order) {
        return Sandbox.events(type, intentId(order)).getLast().toString();
    }

    private static String intentId(PlacedOrder order) {
        return Sandbox.ledger(order.id()).getFirst().id();
    }

    private static String id(String event) {
        return Signatures.eventId(event);
    }

    private void awaitLookedInto(String event) {
        await().until(() -> inbox.findById(id(event))
                .filter(found -> found.waitingSince() == null)
                .isPresent());
    }

    private int send(String event) {
        return Signatures.send(http, event, Signatures.header(event, Sandbox.WEBHOOK_SECRET, Instant.now()));
    }
}
