package dev.ticketing.stripesandbox.paymentintent;

import com.fasterxml.jackson.annotation.JsonValue;

/** When the money is captured: with the confirmation, or by a separate call. */
enum CaptureMethod {
    AUTOMATIC,
    AUTOMATIC_ASYNC,
    MANUAL;

    @JsonValue
    String code() {
        return name().toLowerCase();
    }
}
