package dev.ticketing.stripesandbox.paymentintent;

import com.fasterxml.jackson.annotation.JsonValue;

/** The reason for a cancellation, from the caller. */
enum CancellationReason {
    ABANDONED,
    DUPLICATE,
    FRAUDULENT,
    REQUESTED_BY_CUSTOMER;

    @JsonValue
    String code() {
        return name().toLowerCase();
    }
}
