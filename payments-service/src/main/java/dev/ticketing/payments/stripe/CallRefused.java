package dev.ticketing.payments.stripe;

import org.jspecify.annotations.Nullable;

/** Stripe has understood the call and refuses it, however often it is repeated. */
public class CallRefused extends RuntimeException {

    private static final String UNEXPECTED_STATE = "payment_intent_unexpected_state";
    private static final String NOT_THERE = "resource_missing";
    private static final String REFUNDED = "charge_already_refunded";

    private final @Nullable String code;

    CallRefused(String message, @Nullable String code) {
        super(message);
        this.code = code;
    }

    /** Whether the PaymentIntent is in another state than we assumed. */
    public boolean isUnexpectedState() {
        return UNEXPECTED_STATE.equals(code);
    }

    boolean isNotThere() {
        return NOT_THERE.equals(code);
    }

    boolean isAlreadyRefunded() {
        return REFUNDED.equals(code);
    }
}
