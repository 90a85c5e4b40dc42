package dev.ticketing.stripesandbox.api;

import static dev.ticketing.stripesandbox.Sandbox.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.StripeException;
import dev.ticketing.stripesandbox.SandboxTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationIT extends SandboxTest {

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_secret", "rk_live_secret", "pk_live_secret"})
    void liveKeysAreRefusedLoudly(String key) {
        var client =
                StripeClient.builder().setApiKey(key).setApiBase(sandbox.base()).build();

        var refused = catchThrowableOfType(
                AuthenticationException.class, () -> client.v1().balance().retrieve());

        assertThat(refused.getStatusCode()).isEqualTo(401);
        assertThat(refused.getMessage()).contains("LIVE key").doesNotContain("secret");
    }

    @Test
    void missingOrOddKeyIsRefused() {
        assertThat(sandbox.get("/v1/balance").statusCode()).isEqualTo(401);
        assertThat(sandbox.get("/v1/balance", "Authorization", "Bearer hello").statusCode())
                .isEqualTo(401);
    }

    @Test
    void publishableKeySeesOnlyTheIntentWhoseSecretItKnows() throws StripeException {
        var held = sandbox.authorize("pm_card_visa");
        var path = "/v1/payment_intents/" + held.getId();
        var key = "key=pk_test_1&client_secret=";

        assertThat(sandbox.get(path + "?" + key + held.getClientSecret()).statusCode())
                .isEqualTo(200);
        assertThat(sandbox.get(path + "?" + key + "guess").statusCode()).isEqualTo(400);
        assertThat(sandbox.get(path + "?key=pk_test_1").statusCode()).isEqualTo(401);
        assertThat(sandbox.get("/v1/balance?key=pk_test_1").statusCode()).isEqualTo(401);
    }

    @Test
    void unknownRouteIsSaidToBeUnknown() {
        var answer = sandbox.get("/v1/nothing", "Authorization", "Bearer sk_test_1");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).at("/error/message").asString())
                .contains("Unrecognized request URL (GET: /v1/nothing)");
    }

    @Test
    void everyAnswerSaysThatItIsTheSandbox() throws StripeException {
        var held = sandbox.authorize("pm_card_visa");
        var home = sandbox.get("/");

        assertThat(home.body()).contains("Stripe sandbox. No real money moves here.", held.getId(), "tok_visa");
        for (var path : new String[] {"/", "/v1/balance", "/readyz", "/_sandbox/ledger"}) {
            assertThat(sandbox.get(path).headers().firstValue("Stripe-Sandbox")).contains("true");
        }
        assertThat(sandbox.get("/livez").statusCode()).isEqualTo(200);
        assertThat(sandbox.get("/readyz").statusCode()).isEqualTo(200);
    }
}
