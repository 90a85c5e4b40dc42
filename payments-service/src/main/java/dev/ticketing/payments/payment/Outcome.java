package dev.ticketing.payments.payment;

import dev.ticketing.payments.order.OrderNotPayable;
import org.jspecify.annotations.Nullable;

/** What an attempt to pay has come to. */
sealed interface Outcome {

    /**
     * As the payment stands now.
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
     * @param url where they do it; else they do it by Stripe's script with the secret
     */
    record ActionRequired(
            String paymentId, String clientSecret, @Nullable String url) implements Outcome {}

    /**
     * The order is not paid, in Stripe's words; another card may do.
     *
     * @param isInvalidToken whether Stripe does not accept the token; else the card was declined
     * @param declineCode Stripe's code (docs.stripe.com/declines/codes), if it is known
     */
    record Refused(
            boolean isInvalidToken,
            String message,
            @Nullable String declineCode) implements Outcome {

        private static final String NO_REASON = "The payment was not accepted.";

        static Refused declined(@Nullable String message, @Nullable String declineCode) {
            return new Refused(false, message == null ? NO_REASON : message, declineCode);
        }

        static Refused invalidToken(@Nullable String message) {
            return new Refused(true, message == null ? NO_REASON : message, null);
        }
    }
}
