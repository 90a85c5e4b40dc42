package dev.ticketing.stripesandbox.paymentintent;

import static dev.ticketing.stripesandbox.Sandbox.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import dev.ticketing.stripesandbox.SandboxTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ThreeDSecureIT extends SandboxTest {

    @Test
    void personCompletesOnThePageAndComesBack() throws StripeException {
        var waiting = intents.create(payment("pm_card_threeDSecure2Required")
                .setReturnUrl("http://shop.test/orders/1?a=b")
                .build());
        assertThat(waiting.getStatus()).isEqualTo("requires_action");
        var page = URI.create(waiting.getNextAction().getRedirectToUrl().getUrl());

        var shown = sandbox.get(page.getRawPath() + "?" + page.getRawQuery());
        var decided = sandbox.post(page.getRawPath() + "?" + page.getRawQuery(), "outcome=complete");

        assertThat(shown.body()).contains("No real money moves here", "19.99 USD");
        assertThat(decided.statusCode()).isEqualTo(303);
        assertThat(decided.headers().firstValue("Location"))
                .contains("http://shop.test/orders/1?a=b&payment_intent=" + waiting.getId()
                        + "&payment_intent_client_secret=" + waiting.getClientSecret() + "&redirect_status=succeeded");
        assertThat(intents.retrieve(waiting.getId()).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void withoutReturnUrlTheSdkIsAsked() throws StripeException {
        var waiting = sandbox.authorize("pm_card_authenticationRequired");
        assertThat(waiting.getNextAction().getType()).isEqualTo("use_stripe_sdk");

        var decided = sandbox.post("/3ds/" + waiting.getId(), "outcome=complete");

        assertThat(decided.body()).contains("requires_capture");
        assertThat(intents.retrieve(waiting.getId()).getStatus()).isEqualTo("requires_capture");
    }

    @Test
    void failedAuthenticationAsksForAnotherCard() throws StripeException {
        var waiting = sandbox.authorize("pm_card_threeDSecure2Required");

        sandbox.post("/3ds/" + waiting.getId(), "outcome=fail");

        var failed = intents.retrieve(waiting.getId());
        assertThat(failed.getStatus()).isEqualTo("requires_payment_method");
        assertThat(failed.getLastPaymentError().getCode()).isEqualTo("payment_intent_authentication_failure");
    }

    @Test
    void authenticatedCardMayStillBeDeclined() throws StripeException {
        var waiting = sandbox.authorize("pm_card_threeDSecureRequiredChargeDeclined");

        sandbox.post("/3ds/" + waiting.getId(), "outcome=complete");

        assertThat(intents.retrieve(waiting.getId()).getLastPaymentError().getCode())
                .isEqualTo("card_declined");
    }

    @Test
    void nothingIsAuthenticatedTwice() throws StripeException {
        var waiting = sandbox.authorize("pm_card_threeDSecure2Required");
        sandbox.post("/3ds/" + waiting.getId(), "outcome=complete");

        assertThat(sandbox.post("/3ds/" + waiting.getId(), "outcome=fail").statusCode())
                .isEqualTo(400);
        assertThat(intents.retrieve(waiting.getId()).getStatus()).isEqualTo("requires_capture");
    }

    @Test
    void unknownOutcomeOrIntentIsRefused() throws StripeException {
        var waiting = sandbox.authorize("pm_card_threeDSecure2Required");

        assertThat(sandbox.post("/3ds/" + waiting.getId(), "outcome=maybe").statusCode())
                .isEqualTo(400);
        assertThat(sandbox.post("/3ds/pi_nobody", "outcome=complete").statusCode())
                .isEqualTo(404);
        assertThat(sandbox.get("/3ds/" + waiting.getId() + "?client_secret=guess")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void absentCustomerMeansADecline() {
        var params = payment("pm_card_authenticationRequired")
                .setErrorOnRequiresAction(true)
                .build();

        var declined = catchThrowableOfType(CardException.class, () -> intents.create(params));

        assertThat(declined.getCode()).isEqualTo("authentication_required");
    }
}
