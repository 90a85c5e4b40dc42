package dev.ticketing.payments.stripe;

import com.stripe.model.PaymentIntent;

/**
 * What Stripe says of a PaymentIntent.
 *
 * @param paymentId our payment that it was made for, or {@code null}
 * @param nextActionUrl where the buyer proves who he is, or {@code null}
 * @param error why the last attempt failed, for people, or {@code null}
 */
public record Intent(
        String id, IntentStatus status, String paymentId, String clientSecret, String nextActionUrl, String error) {

    static final String PAYMENT_ID = "paymentId";

    static Intent of(PaymentIntent intent) {
        var metadata = intent.getMetadata();
        var redirect =
                intent.getNextAction() == null ? null : intent.getNextAction().getRedirectToUrl();
        var error = intent.getLastPaymentError();
        return new Intent(
                intent.getId(),
                IntentStatus.of(intent.getStatus()),
                metadata == null ? null : metadata.get(PAYMENT_ID),
                intent.getClientSecret(),
                redirect == null ? null : redirect.getUrl(),
                error == null ? null : error.getMessage());
    }
}
