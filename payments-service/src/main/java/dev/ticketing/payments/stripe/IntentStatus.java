package dev.ticketing.payments.stripe;

import java.util.Locale;

/** The state of a PaymentIntent (docs.stripe.com/payments/paymentintents/lifecycle). */
public enum IntentStatus {
    REQUIRES_PAYMENT_METHOD,
    REQUIRES_CONFIRMATION,
    REQUIRES_ACTION,
    PROCESSING,
    REQUIRES_CAPTURE,
    SUCCEEDED,
    CANCELED;

    static IntentStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Whether it is neither paid nor ended. */
    public boolean isLive() {
        return this != SUCCEEDED && this != CANCELED;
    }
}
