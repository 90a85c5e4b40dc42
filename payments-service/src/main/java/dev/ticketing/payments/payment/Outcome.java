package dev.ticketing.payments.payment;

import dev.ticketing.payments.order.OrderNotPayable;
import org.jspecify.annotations.Nullable;

/** The result of an attempt to pay. */
public sealed interface Outcome {

    /**
     * The outcome by the payment's present state.
     *
     * @throws OrderNotPayable if the order was lost
     */
    static Outcome of(Payment payment) {
        var paid = new Paid(payment.id(), payment.status());
        return switch (payment.status()) {
            case PENDING, FAILED ->
                payment.attempts().refusal().<Outcome>map(why -> why).orElse(paid);
            case AUTHORIZED, CAPTURED -> paid;
            case REQUIRES_ACTION -> payment.attempts().action(payment.id());
            case VOIDED, REFUNDED -> throw new OrderNotPayable(payment.orderId(), "is cancelled");
        };
    }

    /** Stripe has accepted the card: the amount is held, taken, or still being processed. */
    record Paid(String paymentId, PaymentStatus status) implements Outcome {}

    /**
     * The buyer has to authenticate first (3-D Secure).
     *
     * @param url the page for it; without one, Stripe's script does it with the secret
     */
    record ActionRequired(
            String paymentId, String clientSecret, @Nullable String url) implements Outcome {}

    /**
     * The order is not paid, with Stripe's message; another card may be accepted.
     *
     * @param isInvalidToken whether Stripe does not accept the token; otherwise the card was declined
     * @param declineCode Stripe's code (docs.stripe.com/declines/codes), if it is known
     */
    record Refused(
            boolean isInvalidToken,
            String message,
            @Nullable String declineCode) implements Outcome {

        private static final String NO_REASON = "The payment was not accepted.";

        public static Refused declined(@Nullable String message, @Nullable String declineCode) {
            return new Refused(false, message == null ? NO_REASON : message, declineCode);
        }

        public static Refused invalidToken(@Nullable String message) {
            return new Refused(true, message == null ? NO_REASON : message, null);
        }
    }
}
