package dev.ticketing.stripesandbox.paymentintent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.stripesandbox.api.StripeError;
import dev.ticketing.stripesandbox.charge.Charge;
import dev.ticketing.stripesandbox.paymentmethod.Outcome;
import dev.ticketing.stripesandbox.paymentmethod.PaymentMethod;
import dev.ticketing.stripesandbox.store.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentIntentTest {

    private static final PaymentMethod METHOD = Json.MAPPER.readValue(
            "{\"id\":\"pm_1\",\"type\":\"card\",\"card\":{\"exp_month\":1,\"exp_year\":2030},\"created\":0,\"livemode\":false}",
            PaymentMethod.class);

    @Test
    void waitsForAPaymentMethodThenForTheConfirmation() {
        var intent = intent(CaptureMethod.MANUAL);
        assertThat(intent.status()).isEqualTo(Status.REQUIRES_PAYMENT_METHOD);

        intent.attach("pm_1");

        assertThat(intent.status()).isEqualTo(Status.REQUIRES_CONFIRMATION);
    }

    @Test
    void manualCaptureWaitsAfterTheApproval() {
        var intent = in(Status.REQUIRES_CAPTURE);

        assertThat(intent.amountReceived()).isZero();
        assertThat(intent.status()).isEqualTo(Status.REQUIRES_CAPTURE);
    }

    @Test
    void automaticCaptureTakesTheMoneyWithTheApproval() {
        var intent = intent(CaptureMethod.AUTOMATIC);
        intent.attach("pm_1");

        intent.approve(charge(intent));

        assertThat(intent.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(intent.amountReceived()).isEqualTo(1999);
    }

    @Test
    void partialCaptureReleasesTheRest() {
        var intent = intent(CaptureMethod.MANUAL);
        intent.attach("pm_1");
        var charge = charge(intent);
        intent.approve(charge);

        intent.capture(charge, 1000);

        assertThat(intent.amountReceived()).isEqualTo(1000);
        assertThat(charge.amountCaptured()).isEqualTo(1000);
        assertThat(charge.unrefunded()).isEqualTo(1000);
    }

    @Test
    void failureGoesBackToTheStartAndForgetsTheMethod() {
        var intent = in(Status.REQUIRES_CONFIRMATION);

        intent.fail(Map.of("code", "card_declined"), "ch_1");

        assertThat(intent.status()).isEqualTo(Status.REQUIRES_PAYMENT_METHOD);
        assertThat(intent.paymentMethod()).isNull();
        assertThat(intent.latestCharge()).isEqualTo("ch_1");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void mayBeConfirmedOnlyBeforeTheMoneyIsHeld(Status status) {
        expect(
                status,
                Set.of(Status.REQUIRES_PAYMENT_METHOD, Status.REQUIRES_CONFIRMATION, Status.REQUIRES_ACTION),
                intent -> intent.attach("pm_2"));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void mayBeCapturedOnlyWhileTheMoneyIsHeld(Status status) {
        expect(status, Set.of(Status.REQUIRES_CAPTURE), intent -> intent.capture(charge(intent), 1999));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void mayBeCanceledUntilTheMoneyIsTaken(Status status) {
        expect(
                status,
                Set.of(
                        Status.REQUIRES_PAYMENT_METHOD,
                        Status.REQUIRES_CONFIRMATION,
                        Status.REQUIRES_ACTION,
                        Status.REQUIRES_CAPTURE),
                intent -> intent.cancel(CancellationReason.ABANDONED, 1));
    }

    @Test
    void survivesItsJson() {
        var intent = in(Status.REQUIRES_ACTION);

        var read = Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(intent), PaymentIntent.class);

        assertThat(read).usingRecursiveComparison().isEqualTo(intent);
    }

    @Test
    void emptyMetadataRemovesTheEntry() {
        var intent = intent(CaptureMethod.MANUAL);
        intent.describe("a", Map.of("orderId", "1", "other", "2"));

        intent.describe(null, Map.of("other", ""));

        assertThat(intent.metadata()).isEqualTo(Map.of("orderId", "1"));
        assertThat(intent.description()).isEqualTo("a");
    }

    private static void expect(Status status, Set<Status> allowed, Consumer<PaymentIntent> step) {
        var intent = in(status);
        if (allowed.contains(status)) {
            assertThatCode(() -> step.accept(intent)).doesNotThrowAnyException();
            return;
        }
        var before = Json.view(intent);
        assertThatThrownBy(() -> step.accept(intent)).isInstanceOf(StripeError.class);
        assertThat(Json.view(intent)).isEqualTo(before);
    }

    private static PaymentIntent in(Status status) {
        var intent = intent(CaptureMethod.MANUAL);
        if (status == Status.REQUIRES_PAYMENT_METHOD) {
            return intent;
        }
        intent.attach("pm_1");
        switch (status) {
            case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION -> {}
            case REQUIRES_ACTION -> intent.awaitAuthentication(Map.of("type", "use_stripe_sdk"), "http://back");
            case REQUIRES_CAPTURE -> intent.approve(charge(intent));
            case SUCCEEDED -> {
                var charge = charge(intent);
                intent.approve(charge);
                intent.capture(charge, 1999);
            }
            case CANCELED -> intent.cancel(null, 1);
        }
        return intent;
    }

    private static PaymentIntent intent(CaptureMethod captureMethod) {
        var order = new Order(1999, "usd", captureMethod, null, List.of("card"));
        return PaymentIntent.of(order, 1);
    }

    private static Charge charge(PaymentIntent intent) {
        return Charge.of(intent.chargeOrder(), METHOD, Outcome.APPROVED, 1);
    }
}
