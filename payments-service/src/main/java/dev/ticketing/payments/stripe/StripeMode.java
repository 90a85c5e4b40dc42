package dev.ticketing.payments.stripe;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose money moves: nobody's at the stand-in, nobody's with a test key at Stripe, or real people's. */
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
