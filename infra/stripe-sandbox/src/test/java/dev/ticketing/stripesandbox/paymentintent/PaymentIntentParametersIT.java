package dev.ticketing.stripesandbox.paymentintent;

import static dev.ticketing.stripesandbox.Sandbox.intent;
import static dev.ticketing.stripesandbox.Sandbox.json;
import static dev.ticketing.stripesandbox.Sandbox.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentSearchParams;
import dev.ticketing.stripesandbox.SandboxTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentIntentParametersIT extends SandboxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "currency=usd | 400 | parameter_missing | amount",
                "amount=1999 | 400 | parameter_missing | currency",
                "amount=19.99&currency=usd | 400 | parameter_invalid_integer | amount",
                "amount=-1&currency=usd | 400 | parameter_invalid_integer | amount",
                "amount=49&currency=usd | 400 | amount_too_small | amount",
                "amount=100000000&currency=usd | 400 | amount_too_large | amount",
                "amount=49&currency=jpy | 400 | amount_too_small | amount",
                "amount=29&currency=gbp | 400 | amount_too_small | amount",
                "amount=99999991&currency=kwd | 400 | amount_too_large | amount",
                "amount=1999&currency=usd&payment_method=pm_nobody | 404 | resource_missing | payment_method",
                "amount=1999&currency=usd&confirmation_token=ctoken_x | 404 | resource_missing | confirmation_token",
            })
    void wrongParametersAreNamedAndLeaveNothing(String form, int status, String code, String param) {
        var answer = sandbox.post("/v1/payment_intents", form);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).at("/error/code").asString()).isEqualTo(code);
        assertThat(json(answer).at("/error/param").asString()).isEqualTo(param);
        assertThat(json(answer).at("/error/type").asString()).isEqualTo("invalid_request_error");
        assertThat(sandbox.ledger().path("paymentIntents")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/confirm", "/capture", "/cancel"})
    void unknownIntentIsNotFound(String route) {
        var answer = sandbox.post("/v1/payment_intents/pi_nobody" + route, "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).at("/error/message").asString()).isEqualTo("No such payment_intent: 'pi_nobody'");
    }

    @Test
    void redirectsNeedAReturnUrlAndARefusalTakesTheIntentBack() {
        var answer = sandbox.post(
                "/v1/payment_intents", "amount=1999&currency=usd&confirm=true&payment_method=pm_card_visa");

        assertThat(json(answer).at("/error/param").asString()).isEqualTo("return_url");
        assertThat(sandbox.ledger().path("paymentIntents")).isEmpty();
    }

    @Test
    void listIsNewestFirstInPages() throws StripeException {
        var first = intents.create(intent().build()).getId();
        var second = intents.create(intent().build()).getId();
        var third = intents.create(intent().build()).getId();

        var page = intents.list(PaymentIntentListParams.builder().setLimit(2L).build());
        assertThat(page.getData()).extracting("id").containsExactly(third, second);
        assertThat(page.getHasMore()).isTrue();

        var rest = intents.list(
                PaymentIntentListParams.builder().setStartingAfter(second).build());
        assertThat(rest.getData()).extracting("id").containsExactly(first);
        var newer = intents.list(PaymentIntentListParams.builder()
                .setEndingBefore(first)
                .setLimit(1L)
                .build());
        assertThat(newer.getData()).extracting("id").containsExactly(second);
        assertThat(newer.getHasMore()).isTrue();
        var none = intents.list(PaymentIntentListParams.builder()
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGt(4_000_000_000L)
                        .build())
                .build());
        assertThat(none.getData()).isEmpty();
    }

    @Test
    void searchFindsByMetadata() throws StripeException {
        var wanted = intents.create(intent().putMetadata("orderId", "42").build());
        intents.create(intent().putMetadata("orderId", "43").build());

        var found = intents.search(PaymentIntentSearchParams.builder()
                .setQuery("metadata['orderId']:'42'")
                .build());

        assertThat(found.getData()).extracting("id").containsExactly(wanted.getId());
    }

    @Test
    void expandsTheLatestCharge() throws StripeException {
        var paid = intents.create(
                payment("pm_card_visa").addExpand("latest_charge").build());

        assertThat(paid.getLatestChargeObject().getAmountCaptured()).isEqualTo(1999);
        var refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> intents.create(
                        payment("pm_card_visa").addExpand("nothing").build()));
        assertThat(refused.getMessage()).contains("cannot be expanded (nothing)");
    }
}
