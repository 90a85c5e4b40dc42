package dev.ticketing.stripesandbox.paymentintent;

import com.fasterxml.jackson.annotation.JsonValue;

/** When the money is taken: with the confirmation, or by a call of its own. */
enum CaptureMethod {
    AUTOMATIC,
    AUTOMATIC_ASYNC,
    MANUAL;

    @JsonValue
    String code() {
        return name().toLowerCase();
    }
}
