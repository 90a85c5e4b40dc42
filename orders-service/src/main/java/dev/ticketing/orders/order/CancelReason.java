package dev.ticketing.orders.order;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a reservation ended without a purchase. */
enum CancelReason {
    BUYER("buyer"),
    EXPIRED("expired"),
    TICKET_UNAVAILABLE("ticket-unavailable"),
    PAYMENT_FAILED("payment-failed");

    private final String text;

    CancelReason(String text) {
        this.text = text;
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
