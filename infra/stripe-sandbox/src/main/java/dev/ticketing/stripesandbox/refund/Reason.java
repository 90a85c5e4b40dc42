package dev.ticketing.stripesandbox.refund;

import com.fasterxml.jackson.annotation.JsonValue;

/** The reason, from the caller. */
enum Reason {
    DUPLICATE,
    FRAUDULENT,
    REQUESTED_BY_CUSTOMER;

    @JsonValue
    String code() {
        return name().toLowerCase();
    }
}
