package dev.ticketing.payments.stripe;

import dev.ticketing.web.idempotency.OutcomeUnknown;
import org.jspecify.annotations.Nullable;

/** No usable response: whether Stripe has executed the call is unknown. */
public final class StripeUnavailable extends RuntimeException implements OutcomeUnknown {

    private final boolean keySpent;

    StripeUnavailable(String message, boolean keySpent, @Nullable Throwable cause) {
        super(message, cause);
        this.keySpent = keySpent;
    }

    /** For requests that waited for a call of another request. */
    public static StripeUnavailable noAnswer() {
        return new StripeUnavailable("no response from Stripe", false, null);
    }

    /**
     * Whether Stripe keeps this failure as the response to the idempotency key, so that repeating the call is useless.
     */
    public boolean isKeySpent() {
        return keySpent;
    }
}
