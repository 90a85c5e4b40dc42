package dev.ticketing.stripesandbox.paymentintent;

import static dev.ticketing.stripesandbox.Sandbox.intent;
import static dev.ticketing.stripesandbox.Sandbox.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentUpdateParams;
import dev.ticketing.stripesandbox.SandboxTest;
import dev.ticketing.stripesandbox.paymentmethod.TestCard;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentIntentIT extends SandboxTest {

    @Test
    void manualCaptureHoldsThenTakesTheMoney() throws StripeException {
        var held = sandbox.authorize("pm_card_visa");
        assertThat(held.getStatus()).isEqualTo("requires_capture");
        assertThat(held.getAmountCapturable()).isEqualTo(1999);
        assertThat(held.getLivemode()).isFalse();

        var taken = intents.capture(held.getId());

        assertThat(taken.getStatus()).isEqualTo("succeeded");
        assertThat(taken.getAmountReceived()).isEqualTo(1999);
        var charge = sandbox.stripe().v1().charges().retrieve(taken.getLatestCharge());
        assertThat(charge.getCaptured()).isTrue();
        assertThat(charge.getPaymentMethodDetails().getCard().getLast4()).isEqualTo("4242");
    }

    @Test
    void automaticCaptureTakesTheMoneyAtOnce() throws StripeException {
        assertThat(sandbox.pay("pm_card_mastercard").getStatus()).isEqualTo("succeeded");
    }

    @ParameterizedTest
    @EnumSource(TestCard.class)
    void everyTestCardHasItsOutcome(TestCard card) throws StripeException {
        if (card.authentication()) {
            assertThat(sandbox.pay(card.paymentMethod()).getStatus()).isEqualTo("requires_action");
        } else if (card.outcome().approved()) {
            assertThat(sandbox.pay(card.paymentMethod()).getStatus()).isEqualTo("succeeded");
        } else {
            var declined = catchThrowableOfType(CardException.class, () -> sandbox.pay(card.paymentMethod()));
            assertThat(declined.getCode()).isEqualTo(card.outcome().code());
            assertThat(declined.getDeclineCode()).isEqualTo(card.outcome().declineCode());
            assertThat(declined.getStripeError().getMessage())
                    .isEqualTo(card.outcome().message());
        }
    }

    @Test
    void declinedPaymentIsKeptAndMayBeTriedAgain() throws StripeException {
        var declined =
                catchThrowableOfType(CardException.class, () -> sandbox.authorize("pm_card_visa_chargeDeclined"));
        assertThat(declined.getStatusCode()).isEqualTo(402);
        var failed =
                intents.retrieve(declined.getStripeError().getPaymentIntent().getId());
        assertThat(failed.getStatus()).isEqualTo("requires_payment_method");
        assertThat(failed.getLastPaymentError().getDeclineCode()).isEqualTo("generic_decline");
        assertThat(failed.getLatestCharge()).isEqualTo(declined.getCharge());

        var confirm = PaymentIntentConfirmParams.builder()
                .setPaymentMethod("pm_card_visa")
                .build();
        assertThat(intents.confirm(failed.getId(), confirm).getStatus()).isEqualTo("requires_capture");
    }

    @Test
    void cardTokensAreTakenAsPaymentMethodData() throws StripeException {
        var card = PaymentIntentCreateParams.PaymentMethodData.builder()
                .putExtraParam("type", "card")
                .putExtraParam("card", Map.of("token", "tok_visa"))
                .build();

        var paid = intents.create(
                intent().setConfirm(true).setPaymentMethodData(card).build());

        assertThat(paid.getStatus()).isEqualTo("succeeded");
    }

    @Test
    void waitsForTheConfirmation() throws StripeException {
        var created = intents.create(intent().build());
        assertThat(created.getStatus()).isEqualTo("requires_payment_method");
        var refused = catchThrowableOfType(InvalidRequestException.class, () -> intents.confirm(created.getId()));
        assertThat(refused.getMessage()).contains("missing a payment method");

        var update = PaymentIntentUpdateParams.builder()
                .setPaymentMethod("pm_card_visa")
                .setAmount(2500L)
                .build();
        assertThat(intents.update(created.getId(), update).getStatus()).isEqualTo("requires_confirmation");

        assertThat(intents.confirm(created.getId()).getAmountReceived()).isEqualTo(2500);
    }

    @Test
    void forbiddenStepsAreRefusedWithTheIntent() throws StripeException {
        var paid = sandbox.pay("pm_card_visa");

        var capture = catchThrowableOfType(InvalidRequestException.class, () -> intents.capture(paid.getId()));
        var cancel = catchThrowableOfType(InvalidRequestException.class, () -> intents.cancel(paid.getId()));
        var confirm = catchThrowableOfType(InvalidRequestException.class, () -> intents.confirm(paid.getId()));

        assertThat(capture.getMessage()).contains("has already been captured");
        assertThat(cancel.getMessage()).contains("a status of succeeded");
        assertThat(confirm.getMessage()).contains("already succeeded");
        for (var refused : new InvalidRequestException[] {capture, cancel, confirm}) {
            assertThat(refused.getStatusCode()).isEqualTo(400);
            assertThat(refused.getCode()).isEqualTo("payment_intent_unexpected_state");
            assertThat(refused.getStripeError().getPaymentIntent().getStatus()).isEqualTo("succeeded");
        }
    }

    @Test
    void canceledIntentGivesBackWhatItHeld() throws StripeException {
        var held = sandbox.authorize("pm_card_visa");

        var canceled = intents.cancel(held.getId());

        assertThat(canceled.getStatus()).isEqualTo("canceled");
        assertThat(canceled.getCanceledAt()).isNotNull();
        var charge = sandbox.stripe().v1().charges().retrieve(held.getLatestCharge());
        assertThat(charge.getRefunded()).isTrue();
        assertThat(charge.getAmountCaptured()).isZero();
    }

    @Test
    void partOfTheMoneyCanBeTaken() throws StripeException {
        var held = sandbox.authorize("pm_card_visa");
        var tooMuch =
                PaymentIntentCaptureParams.builder().setAmountToCapture(2000L).build();
        var refused = catchThrowableOfType(InvalidRequestException.class, () -> intents.capture(held.getId(), tooMuch));
        assertThat(refused.getCode()).isEqualTo("amount_too_large");

        var part =
                PaymentIntentCaptureParams.builder().setAmountToCapture(1000L).build();

        assertThat(intents.capture(held.getId(), part).getAmountReceived()).isEqualTo(1000);
    }

    @Test
    void manyConfirmationsAtOnceTakeTheMoneyOnce() throws Exception {
        var created = intents.create(intent().setPaymentMethod("pm_card_visa").build());
        Callable<Boolean> confirm = () -> {
            try {
                return intents.confirm(created.getId()).getStatus().equals("succeeded");
            } catch (InvalidRequestException e) {
                return false;
            }
        };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(
                    IntStream.range(0, 64).mapToObj(_ -> confirm).toList());

            assertThat(answers.stream().filter(answer -> answer.resultNow())).hasSize(1);
        }
        var charges = json(sandbox.get(
                "/v1/charges?payment_intent=" + created.getId(), "Authorization", "Bearer sk_test_ticketing"));
        assertThat(charges.path("data")).hasSize(1);
    }
}
