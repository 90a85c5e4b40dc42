package dev.ticketing.stripesandbox.refund;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why, as a caller may say. */
enum Reason {
    DUPLICATE,
    FRAUDULENT,
    REQUESTED_BY_CUSTOMER;

    @JsonValue
    String code() {
        return name().toLowerCase();
    }
}
