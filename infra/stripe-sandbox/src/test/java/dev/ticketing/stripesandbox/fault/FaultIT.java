package dev.ticketing.stripesandbox.fault;

import static dev.ticketing.stripesandbox.Sandbox.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import dev.ticketing.stripesandbox.Sandbox;
import dev.ticketing.stripesandbox.SandboxTest;
import org.junit.jupiter.api.Test;

class FaultIT extends SandboxTest {

    // Drop two at a time: the JDK's HttpURLConnection, under stripe-java, silently repeats a POST without a response
    // once.

    @Test
    void lostAnswerIsFoundAgainByTheRetry() throws StripeException {
        fault("{\"method\":\"POST\",\"path\":\"/v1/payment_intents\",\"drop\":\"after\"}");
        var options = RequestOptions.builder().setIdempotencyKey("k").build();

        var paid = sandbox.retryingStripe()
                .v1()
                .paymentIntents()
                .create(payment("pm_card_visa").build(), options);

        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(paid.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(sandbox.ledger().path("paymentIntents")).hasSize(1);
    }

    @Test
    void answerLostAfterTheOperationLeavesItsEffect() {
        fault("{\"drop\":\"after\",\"times\":2}");

        var lost = catchThrowableOfType(ApiConnectionException.class, () -> sandbox.pay("pm_card_visa"));

        assertThat(lost).isNotNull();
        assertThat(sandbox.ledger().at("/byStatus/succeeded").asInt()).isEqualTo(1);
    }

    @Test
    void connectionLostBeforeTheOperationLeavesNothing() {
        fault("{\"drop\":\"before\",\"times\":2}");

        var lost = catchThrowableOfType(ApiConnectionException.class, () -> sandbox.pay("pm_card_visa"));

        assertThat(lost).isNotNull();
        assertThat(sandbox.ledger().path("paymentIntents")).isEmpty();
    }

    @Test
    void nextCallsOfAPathFailAndNoOthers() throws StripeException {
        fault("{\"path\":\"/v1/payment_intents/*/capture\",\"status\":500,\"times\":2}");
        var held = sandbox.authorize("pm_card_visa");
        var intents = sandbox.stripe().v1().paymentIntents();

        for (var i = 0; i < 2; i++) {
            var failed = catchThrowableOfType(ApiException.class, () -> intents.capture(held.getId()));
            assertThat(failed.getStatusCode()).isEqualTo(500);
        }

        assertThat(intents.capture(held.getId()).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void tooManyRequestsAreARateLimit() {
        fault("{\"status\":429}");

        assertThat(catchThrowableOfType(RateLimitException.class, () -> sandbox.pay("pm_card_visa")))
                .isNotNull();
    }

    @Test
    void resetForgetsFaultsAndLedger() throws StripeException {
        sandbox.pay("pm_card_visa");
        fault("{\"status\":500,\"times\":5}");
        assertThat(Sandbox.json(sandbox.get("/_sandbox/faults"))).hasSize(1);

        sandbox.control("/_sandbox/reset", "");

        assertThat(Sandbox.json(sandbox.get("/_sandbox/faults"))).isEmpty();
        assertThat(sandbox.ledger().path("paymentIntents")).isEmpty();
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(sandbox.control("/_sandbox/faults", "{\"status\":200}")
                        .at("/error/message")
                        .asString())
                .contains("status 200 (expected: 429 or 5xx)");
    }

    @Test
    void callsAreLoggedWithKeyAndStatus() {
        sandbox.post("/v1/payment_intents", "amount=1&currency=usd", "Idempotency-Key", "k");

        var call = Sandbox.json(sandbox.get("/_sandbox/requests")).get(0);

        assertThat(call.path("method").asString()).isEqualTo("POST");
        assertThat(call.path("path").asString()).isEqualTo("/v1/payment_intents");
        assertThat(call.path("idempotencyKey").asString()).isEqualTo("k");
        assertThat(call.path("status").asInt()).isEqualTo(400);
    }

    private void fault(String json) {
        sandbox.control("/_sandbox/faults", json);
    }
}
