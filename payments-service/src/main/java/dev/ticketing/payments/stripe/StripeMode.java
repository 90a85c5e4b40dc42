package dev.ticketing.payments.stripe;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether payments move real money: not in the sandbox, not with a test key at Stripe, otherwise they do. */
public enum StripeMode {
    SANDBOX,
    TEST,
    LIVE;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
