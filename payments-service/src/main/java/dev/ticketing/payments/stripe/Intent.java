package dev.ticketing.payments.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import org.jspecify.annotations.Nullable;

/**
 * The state of a PaymentIntent at Stripe.
 *
 * @param paymentId our payment that it belongs to; none if another application created it
 * @param nextActionUrl the page for the authentication, if there is one
 * @param error the reason of the last failure, for people
 * @param declineCode the reason for programs, as {@link CardDeclined#declineCode}
 */
public record Intent(
        String id,
        IntentStatus status,
        @Nullable String paymentId,
        String clientSecret,
        @Nullable String nextActionUrl,
        @Nullable String error,
        @Nullable String declineCode) {

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
                error == null ? null : error.getMessage(),
                error == null ? null : declineCode(error));
    }

    private static @Nullable String declineCode(StripeError error) {
        return error.getDeclineCode() == null ? error.getCode() : error.getDeclineCode();
    }
}
