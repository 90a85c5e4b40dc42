package dev.ticketing.stripesandbox.paymentmethod;

import static dev.ticketing.stripesandbox.Sandbox.intent;
import static dev.ticketing.stripesandbox.Sandbox.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.param.ConfirmationTokenCreateParams;
import com.stripe.param.PaymentMethodCreateParams;
import dev.ticketing.stripesandbox.SandboxTest;
import org.junit.jupiter.api.Test;

class PaymentMethodIT extends SandboxTest {

    @Test
    void typedCardPaysByItsNumber() throws StripeException {
        var method = sandbox.stripe().v1().paymentMethods().create(card("4000000000009995"));
        assertThat(method.getCard().getLast4()).isEqualTo("9995");
        assertThat(sandbox.stripe()
                        .v1()
                        .paymentMethods()
                        .retrieve(method.getId())
                        .getId())
                .isEqualTo(method.getId());

        var declined = catchThrowableOfType(CardException.class, () -> sandbox.authorize(method.getId()));

        assertThat(declined.getDeclineCode()).isEqualTo("insufficient_funds");
    }

    @Test
    void cardThatIsNoTestCardIsRefused() {
        var refused = catchThrowableOfType(
                CardException.class,
                () -> sandbox.stripe().v1().paymentMethods().create(card("4111111111111111")));

        assertThat(refused.getDeclineCode()).isEqualTo("test_mode_live_card");
    }

    @Test
    void testIdsAreMadeIntoMethodsOfTheirOwn() throws StripeException {
        var methods = sandbox.stripe().v1().paymentMethods();

        assertThat(methods.retrieve("pm_card_amex").getCard().getBrand()).isEqualTo("amex");
        assertThat(methods.retrieve("pm_card_amex").getId()).isNotEqualTo("pm_card_amex");
    }

    @Test
    void unknownMethodIsNotFound() {
        var missing = catchThrowableOfType(
                InvalidRequestException.class,
                () -> sandbox.stripe().v1().paymentMethods().retrieve("pm_nobody"));

        assertThat(missing.getStatusCode()).isEqualTo(404);
        assertThat(missing.getMessage()).contains("No such PaymentMethod: 'pm_nobody'");
    }

    @Test
    void madeTokenIsUsedOnce() {
        var token = json(sandbox.post(
                        "/v1/tokens",
                        "card[number]=4242424242424242&card[exp_month]=12&card[exp_year]=2040&card[cvc]=123"))
                .path("id")
                .asString();
        var use = "type=card&card[token]=" + token;

        assertThat(sandbox.post("/v1/payment_methods", use).statusCode()).isEqualTo(200);
        var again = sandbox.post("/v1/payment_methods", use);

        assertThat(json(again).at("/error/code").asString()).isEqualTo("token_already_used");
    }

    @Test
    void documentedTokensAreForEver() {
        assertThat(sandbox.post("/v1/payment_methods", "type=card&card[token]=tok_visa")
                        .statusCode())
                .isEqualTo(200);
        assertThat(sandbox.post("/v1/payment_methods", "type=card&card[token]=tok_visa")
                        .statusCode())
                .isEqualTo(200);
        assertThat(sandbox.post("/v1/payment_methods", "type=card&card[token]=tok_nobody")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void confirmationTokenConfirmsOneIntent() throws StripeException {
        var params = ConfirmationTokenCreateParams.builder()
                .setPaymentMethod("pm_card_visa")
                .build();
        var token = sandbox.stripe().v1().testHelpers().confirmationTokens().create(params);
        var pay = intent().setConfirm(true).setConfirmationToken(token.getId()).build();

        var paid = sandbox.stripe().v1().paymentIntents().create(pay);

        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(sandbox.stripe()
                        .v1()
                        .confirmationTokens()
                        .retrieve(token.getId())
                        .getPaymentIntent())
                .isEqualTo(paid.getId());
        var again = catchThrowableOfType(
                InvalidRequestException.class,
                () -> sandbox.stripe().v1().paymentIntents().create(pay));
        assertThat(again.getMessage()).contains("already used");
    }

    private static PaymentMethodCreateParams card(String number) {
        return PaymentMethodCreateParams.builder()
                .setType(PaymentMethodCreateParams.Type.CARD)
                .setCard(PaymentMethodCreateParams.CardDetails.builder()
                        .setNumber(number)
                        .setExpMonth(12L)
                        .setExpYear(2040L)
                        .setCvc("123")
                        .build())
                .build();
    }
}
