package dev.ticketing.stripesandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.CardException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.Webhook;
import com.stripe.param.EventListParams;
import com.stripe.param.RefundCreateParams;
import dev.ticketing.stripesandbox.Sandbox;
import dev.ticketing.stripesandbox.WebhookReceiver;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WebhookIT {

    static {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1)); // a machine may do much else
    }

    private static final WebhookReceiver RECEIVER = new WebhookReceiver();

    @Value("${local.server.port}")
    private int port;

    private Sandbox sandbox;

    @DynamicPropertySource
    static void endpoint(DynamicPropertyRegistry registry) {
        registry.add("sandbox.webhook.url", RECEIVER::url);
        registry.add("sandbox.webhook.secret", () -> WebhookReceiver.SECRET);
    }

    @BeforeEach
    void empty() {
        RECEIVER.answer(200);
        await().until(() -> deliveries().path("pending").asInt() == 0);
        sandbox = Sandbox.emptyAt(port);
        RECEIVER.forget();
    }

    @Test
    void everyChangeIsToldWithASignatureThatHolds() throws StripeException {
        var held = sandbox.authorize("pm_card_visa");
        sandbox.stripe().v1().paymentIntents().capture(held.getId());
        sandbox.stripe()
                .v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(held.getId())
                        .build());

        await().untilAsserted(() -> assertThat(RECEIVER.types())
                .containsExactlyInAnyOrder(
                        "payment_intent.created",
                        "charge.succeeded",
                        "payment_intent.amount_capturable_updated",
                        "charge.captured",
                        "payment_intent.succeeded",
                        "refund.created",
                        "charge.refunded"));
    }

    @Test
    void eventCarriesTheObjectAsItWasThen() throws StripeException {
        var held = sandbox.authorize("pm_card_visa");
        sandbox.stripe().v1().paymentIntents().cancel(held.getId());

        await().untilAsserted(() -> assertThat(RECEIVER.types()).contains("payment_intent.canceled"));
        var updated = RECEIVER.received().stream()
                .map(WebhookReceiver.Received::verified)
                .filter(event -> event.getType().equals("payment_intent.amount_capturable_updated"))
                .findFirst()
                .orElseThrow();
        var intent =
                (PaymentIntent) updated.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(intent.getId()).isEqualTo(held.getId());
        assertThat(intent.getStatus()).isEqualTo("requires_capture");
    }

    @Test
    void declineIsToldToo() {
        assertThatThrownBy(() -> sandbox.pay("pm_card_chargeDeclined")).isInstanceOf(CardException.class);

        await().untilAsserted(() -> assertThat(RECEIVER.types())
                .containsExactlyInAnyOrder("payment_intent.created", "charge.failed", "payment_intent.payment_failed"));
    }

    @Test
    void refusedCallIsNotTold() throws StripeException {
        sandbox.post("/v1/payment_intents", "amount=1999&currency=usd&payment_method=pm_card_visa&confirm=true");
        sandbox.authorize("pm_card_visa");

        await().untilAsserted(() -> assertThat(RECEIVER.types()).contains("payment_intent.amount_capturable_updated"));
        assertThat(RECEIVER.types())
                .filteredOn("payment_intent.created"::equals)
                .hasSize(1);
    }

    @Test
    void triesAgainUntilItIsTaken() throws StripeException {
        RECEIVER.answer(500);
        sandbox.stripe().v1().paymentIntents().create(Sandbox.intent().build());
        await().until(() -> RECEIVER.received().size() >= 2);

        RECEIVER.answer(204);

        await().until(() -> deliveries().at("/attempts/0/status").asInt() == 204);
        assertThat(RECEIVER.types()).allMatch("payment_intent.created"::equals);
    }

    @Test
    void duplicatesOnDemand() throws StripeException {
        sandbox.control("/_sandbox/webhooks", "{\"duplicate\":2}");
        sandbox.stripe().v1().paymentIntents().create(Sandbox.intent().build());

        await().until(() -> RECEIVER.received().size() == 3);

        assertThat(RECEIVER.received().stream()
                        .map(each -> each.verified().getId())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void dropsOnDemand() throws StripeException {
        sandbox.control("/_sandbox/webhooks", "{\"dropNext\":2}");
        sandbox.authorize("pm_card_visa");

        await().untilAsserted(
                        () -> assertThat(RECEIVER.types()).containsExactly("payment_intent.amount_capturable_updated"));
        assertThat(sandbox.stripe().v1().events().list().getData()).hasSize(3);
    }

    @Test
    void reordersOnDemand() throws StripeException {
        sandbox.control("/_sandbox/webhooks", "{\"reorder\":3}");
        sandbox.authorize("pm_card_visa");

        await().untilAsserted(() -> assertThat(RECEIVER.types())
                .containsExactly(
                        "payment_intent.amount_capturable_updated", "charge.succeeded", "payment_intent.created"));
    }

    @Test
    void sendsAnEventAgain() throws StripeException {
        sandbox.stripe().v1().paymentIntents().create(Sandbox.intent().build());
        await().until(() -> RECEIVER.received().size() == 1);
        var event = RECEIVER.received().getFirst().verified().getId();

        sandbox.control("/_sandbox/events/" + event + "/resend", "");

        assertThat(RECEIVER.received()).hasSize(2);
        assertThat(RECEIVER.received().getLast().verified().getId()).isEqualTo(event);
        assertThat(sandbox.stripe().v1().events().retrieve(event).getType()).isEqualTo("payment_intent.created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stale", "forged"})
    void sendsWrongSignaturesOnDemand(String signature) throws StripeException {
        sandbox.stripe().v1().paymentIntents().create(Sandbox.intent().build());
        await().until(() -> RECEIVER.received().size() == 1);
        var event = RECEIVER.received().getFirst().verified().getId();

        sandbox.control("/_sandbox/events/" + event + "/resend?signature=" + signature, "");

        var sent = RECEIVER.received().getLast();
        assertThatThrownBy(() -> Webhook.constructEvent(sent.body(), sent.signature(), WebhookReceiver.SECRET))
                .isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void listsEventsByType() throws StripeException {
        sandbox.authorize("pm_card_visa");

        var found = sandbox.stripe()
                .v1()
                .events()
                .list(EventListParams.builder().setType("charge.succeeded").build());

        assertThat(found.getData()).hasSize(1);
    }

    private JsonNode deliveries() {
        return Sandbox.json(Sandbox.at(port).get("/_sandbox/deliveries"));
    }
}
