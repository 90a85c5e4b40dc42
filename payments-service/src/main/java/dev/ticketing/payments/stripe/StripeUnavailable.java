package dev.ticketing.payments.stripe;

/** No answer, or none of use: whether the call was carried out is unknown. */
public final class StripeUnavailable extends RuntimeException {

    private final boolean keySpent;

    StripeUnavailable(String message, boolean keySpent, Throwable cause) {
        super(message, cause);
        this.keySpent = keySpent;
    }

    /** For whoever waited for a call that somebody else made. */
    public static StripeUnavailable noAnswer() {
        return new StripeUnavailable("no answer from Stripe", false, null);
    }

    /** Whether Stripe keeps this failure as the answer to the idempotency key, so that asking again is useless. */
    public boolean isKeySpent() {
        return keySpent;
    }
}
