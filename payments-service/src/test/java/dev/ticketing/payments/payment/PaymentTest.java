package dev.ticketing.payments.payment;

import static dev.ticketing.payments.order.OrderFixture.NOW;
import static dev.ticketing.payments.stripe.IntentStatus.CANCELED;
import static dev.ticketing.payments.stripe.IntentStatus.PROCESSING;
import static dev.ticketing.payments.stripe.IntentStatus.REQUIRES_ACTION;
import static dev.ticketing.payments.stripe.IntentStatus.REQUIRES_CAPTURE;
import static dev.ticketing.payments.stripe.IntentStatus.REQUIRES_PAYMENT_METHOD;
import static dev.ticketing.payments.stripe.IntentStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.events.PaymentEvent.PaymentCreated;
import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.events.PaymentEvent.PaymentRefunded;
import dev.ticketing.events.PaymentEvent.PaymentVoided;
import dev.ticketing.payments.order.OrderFixture;
import dev.ticketing.payments.order.OrderNotPayable;
import dev.ticketing.payments.payment.Outcome.ActionRequired;
import dev.ticketing.payments.payment.Outcome.Paid;
import dev.ticketing.payments.payment.Outcome.Refused;
import dev.ticketing.payments.stripe.Intent;
import dev.ticketing.payments.stripe.IntentStatus;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentTest {

    private static final Instant AFTER_THE_LEASE = NOW.plus(Attempt.LEASE);
    private static final Refused DECLINED = Refused.declined("Your card was declined.", "generic_decline");
    private static final Optional<String> REQUEST = Optional.of("request");
    private static final Optional<String> NO_KEY = Optional.empty();
    private static final Optional<String> INTENT = Optional.of("pi_1");

    private final Payment payment = tried();

    @Test
    void openPaymentHasItsFirstAttemptAndNothingToTell() {
        assertThat(payment.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(payment.amountMinor()).isEqualTo(1999);
        assertThat(payment.currency()).isEqualTo("usd");
        assertThat(payment.userId()).isEqualTo(OrderFixture.BUYER);
        assertThat(payment.attempts().last().number()).isEqualTo(1);
        assertThat(payment.attempts().isHeld(NOW)).isTrue();
        assertThat(payment.raisedEvents()).isEmpty();
    }

    @Test
    void acceptedCardAuthorizesAndItsTokenIsForgotten() {
        assertThat(payment.answered(1, intent(REQUIRES_CAPTURE), NOW)).isTrue();

        assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(payment.stripeId()).contains("pi_1");
        assertThat(payment.attempts().isUnderWay()).isFalse();
        assertThat(payment.raisedEvents())
                .containsExactly(new PaymentAuthorized(payment.id(), OrderFixture.ID, 1999, "usd"));
    }

    @Test
    void sameAnswerTwiceChangesNothing() {
        payment.answered(1, intent(REQUIRES_CAPTURE), NOW);

        assertThat(payment.answered(1, intent(REQUIRES_CAPTURE), NOW)).isFalse();
        assertThat(payment.version()).isZero();
    }

    @Test
    void declinedCardKeepsTheIntentForTheNext() {
        payment.refused(1, DECLINED, INTENT, NOW);

        assertThat(payment.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(Outcome.of(payment)).isEqualTo(DECLINED);
        payment.begin("pm_2", NO_KEY, NOW);
        assertThat(payment.attempts().last().number()).isEqualTo(2);
        assertThat(payment.attempts().last().intentId()).isEqualTo("pi_1");
        assertThat(payment.raisedEvents()).isEmpty();
    }

    @Test
    void refusalOfAnEarlierAttemptIsIgnored() {
        payment.refused(1, DECLINED, INTENT, NOW);
        payment.begin("pm_2", NO_KEY, NOW);

        assertThat(payment.refused(1, DECLINED, INTENT, NOW)).isFalse();
        assertThat(payment.attempts().isHeld(NOW)).isTrue();
    }

    @Test
    void attemptsDoNotOverlap() {
        assertThatThrownBy(() -> payment.begin("pm_2", NO_KEY, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> payment.takeOver(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void attemptThatNobodyHoldsCanBeTakenOver() {
        assertThat(payment.attempts().isInterrupted(AFTER_THE_LEASE)).isTrue();

        payment.takeOver(AFTER_THE_LEASE);

        assertThat(payment.attempts().isHeld(AFTER_THE_LEASE)).isTrue();
        assertThat(payment.attempts().last().number()).isEqualTo(1);
        assertThat(payment.attempts().last().token()).isEqualTo("pm_1");
    }

    @Test
    void attemptWithoutAnAnswerIsFreeAtOnce() {
        payment.attempts().interrupt(1, false, NOW);

        assertThat(payment.attempts().isInterrupted(NOW)).isTrue();
        assertThat(payment.attempts().last().keySpent()).isFalse();
    }

    @Test
    void spentKeyStaysSpent() {
        payment.attempts().interrupt(1, true, NOW);
        payment.takeOver(NOW);

        payment.attempts().interrupt(1, false, NOW);

        assertThat(payment.attempts().last().keySpent()).isTrue();
    }

    @Test
    void buyerIsAskedToProveWhoHeIs() {
        payment.answered(1, intent(REQUIRES_ACTION), NOW);

        assertThat(payment.status()).isEqualTo(PaymentStatus.REQUIRES_ACTION);
        assertThat(Outcome.of(payment)).isEqualTo(new ActionRequired(payment.id(), "secret", "https://bank"));
    }

    @Test
    void whoHasProvedItIsAuthorized() {
        payment.answered(1, intent(REQUIRES_ACTION), NOW);

        payment.apply(intent(REQUIRES_CAPTURE), false, NOW);

        assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(Outcome.of(payment)).isEqualTo(new Paid(payment.id(), PaymentStatus.AUTHORIZED));
    }

    @Test
    void whoHasFailedToMayTryAgain() {
        payment.answered(1, intent(REQUIRES_ACTION), NOW);

        payment.apply(intent(REQUIRES_PAYMENT_METHOD), false, NOW);

        assertThat(payment.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(payment.attempts().refusal()).map(Refused::message).contains("not you");
        payment.begin("pm_2", NO_KEY, NOW);
        assertThat(payment.attempts().last().number()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = IntentStatus.class,
            names = {"REQUIRES_ACTION", "REQUIRES_PAYMENT_METHOD", "REQUIRES_CONFIRMATION", "PROCESSING"})
    void whatIsUndecidedIsLeftToTheAttemptThatRuns(IntentStatus status) {
        assertThat(payment.apply(intent(status), false, NOW)).isFalse();
        assertThat(payment.attempts().isHeld(NOW)).isTrue();
    }

    @Test
    void authorizationIsAFactWhoeverAsksForIt() {
        assertThat(payment.apply(intent(REQUIRES_CAPTURE), false, NOW)).isTrue();
    }

    @Test
    void captureCharges() {
        var authorized = authorized();

        authorized.apply(intent(SUCCEEDED), false, NOW);

        assertThat(authorized.status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(authorized.raisedEvents().getLast())
                .isEqualTo(new PaymentCreated(authorized.id(), OrderFixture.ID, "pi_1", 1999, "usd"));
    }

    @Test
    void captureHeardOfBeforeTheAuthorizationTellsBoth() {
        payment.apply(intent(SUCCEEDED), false, NOW);

        assertThat(payment.raisedEvents()).hasExactlyElementsOfTypes(PaymentAuthorized.class, PaymentCreated.class);
    }

    @Test
    void captureInProgressChangesNothing() {
        assertThat(authorized().apply(intent(PROCESSING), false, NOW)).isFalse();
    }

    @Test
    void refusedCaptureFails() {
        var authorized = authorized();

        authorized.failed("expired", NOW);

        assertThat(authorized.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(authorized.raisedEvents().getLast())
                .isEqualTo(new PaymentFailed(authorized.id(), OrderFixture.ID, "expired"));
    }

    @Test
    void authorizationCanceledAtStripeFailsSoThatTheOrderHearsOfIt() {
        var authorized = authorized();

        authorized.apply(intent(CANCELED), false, NOW);

        assertThat(authorized.raisedEvents().getLast()).isInstanceOf(PaymentFailed.class);
    }

    @Test
    void authorizationCanceledForALostOrderIsVoided() {
        var authorized = authorized();

        authorized.apply(intent(CANCELED), true, NOW);

        assertThat(authorized.status()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(authorized.raisedEvents().getLast())
                .isEqualTo(new PaymentVoided(authorized.id(), OrderFixture.ID, "order-cancelled"));
    }

    @Test
    void paymentThatNeverWasAuthorizedCanBeVoided() {
        payment.voided("order-cancelled", NOW);

        assertThat(payment.version()).isZero();
        assertThat(payment.attempts().isUnderWay()).isFalse();
    }

    @Test
    void capturedPaymentCanOnlyBeRefunded() {
        var captured = authorized();
        captured.apply(intent(SUCCEEDED), false, NOW);

        assertThat(captured.voided("order-cancelled", NOW)).isFalse();
        assertThat(captured.refunded("order-cancelled", NOW)).isTrue();
        assertThat(captured.raisedEvents().getLast())
                .isEqualTo(new PaymentRefunded(captured.id(), OrderFixture.ID, "order-cancelled"));
        assertThat(captured.refunded("order-cancelled", NOW)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(IntentStatus.class)
    void voidedIsFinal(IntentStatus status) {
        payment.voided("order-cancelled", NOW);

        assertThat(payment.apply(intent(status), false, AFTER_THE_LEASE)).isFalse();
        assertThat(payment.answered(1, intent(status), NOW)).isFalse();
        assertThat(payment.refused(1, DECLINED, INTENT, NOW)).isFalse();
        assertThat(payment.version()).isZero();
    }

    @ParameterizedTest
    @EnumSource(IntentStatus.class)
    void failedIsFinal(IntentStatus status) {
        var failed = authorized();
        failed.failed("expired", NOW);

        assertThat(failed.apply(intent(status), true, NOW)).isFalse();
        assertThat(failed.version()).isEqualTo(1);
    }

    @Test
    void otherIntentThanTheOneThatPaysIsKnown() {
        assertThat(payment.isPaidByOther("pi_2")).isFalse();
        assertThat(authorized().isPaidByOther("pi_2")).isTrue();
        assertThat(authorized().isPaidByOther("pi_1")).isFalse();
    }

    @Test
    void refusalEndsTheAttemptForItsRequestAlone() {
        assertThat(payment.isDoneFor(REQUEST)).isFalse();

        payment.refused(1, DECLINED, INTENT, NOW);

        assertThat(payment.isDoneFor(REQUEST)).isTrue();
        assertThat(payment.isDoneFor(Optional.of("other request"))).isFalse();
        assertThat(payment.isDoneFor(NO_KEY)).isFalse();
    }

    @Test
    void acceptedCardEndsTheAttemptForItsRequest() {
        payment.answered(1, intent(REQUIRES_CAPTURE), NOW);

        assertThat(payment.isDoneFor(REQUEST)).isTrue();
    }

    @Test
    void nextAttemptIsThatOfItsRequest() {
        payment.refused(1, DECLINED, INTENT, NOW);

        payment.begin("pm_2", NO_KEY, NOW);

        assertThat(payment.attempts().requestedBy()).isEmpty();
        assertThat(payment.attempts().refusal()).isEmpty();
        assertThat(payment.isDoneFor(REQUEST)).isFalse();
        assertThat(payment.isDoneFor(NO_KEY)).isFalse();
    }

    @Test
    void failedCaptureIsARefusal() {
        var failed = authorized();

        failed.failed("expired", NOW);

        assertThat(Outcome.of(failed)).isEqualTo(Refused.declined("expired", null));
    }

    @Test
    void refusalOfAnEarlierAttemptEndsWithAnAcceptedCard() {
        payment.answered(1, intent(REQUIRES_ACTION), NOW);
        payment.apply(intent(REQUIRES_PAYMENT_METHOD), false, NOW);

        payment.apply(intent(REQUIRES_CAPTURE), false, NOW);

        assertThat(payment.attempts().refusal()).isEmpty();
        assertThat(Outcome.of(payment)).isEqualTo(new Paid(payment.id(), PaymentStatus.AUTHORIZED));
    }

    @Test
    void lostOrderHasNoOutcome() {
        payment.voided("order-cancelled", NOW);

        assertThatThrownBy(() -> Outcome.of(payment)).isInstanceOf(OrderNotPayable.class);
    }

    private static Payment tried() {
        var payment = Payment.of(OrderFixture.created(), NOW);
        payment.begin("pm_1", REQUEST, NOW);
        return payment;
    }

    private static Payment authorized() {
        var payment = tried();
        payment.answered(1, intent(REQUIRES_CAPTURE), NOW);
        return payment;
    }

    private static Intent intent(IntentStatus status) {
        return new Intent(
                "pi_1",
                status,
                "payment",
                "secret",
                "https://bank",
                "not you",
                "payment_intent_authentication_failure");
    }
}
