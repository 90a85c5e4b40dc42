package dev.ticketing.stripesandbox.paymentintent;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a PaymentIntent was cancelled, as a caller may say. */
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
