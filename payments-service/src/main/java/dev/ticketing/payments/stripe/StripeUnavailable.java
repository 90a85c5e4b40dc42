package dev.ticketing.payments.stripe;

import dev.ticketing.web.OutcomeUnknown;
import org.jspecify.annotations.Nullable;

/** No answer, or none of use: whether the call was carried out is unknown. */
public final class StripeUnavailable extends RuntimeException implements OutcomeUnknown {

    private final boolean keySpent;

    StripeUnavailable(String message, boolean keySpent, @Nullable Throwable cause) {
        super(message, cause);
        this.keySpent = keySpent;
    }

    /** For those who waited for a call that someone else made. */
    public static StripeUnavailable noAnswer() {
        return new StripeUnavailable("no response from Stripe", false, null);
    }

    /** Whether Stripe keeps this failure as the answer to the idempotency key, so that asking again is useless. */
    public boolean isKeySpent() {
        return keySpent;
    }
}
