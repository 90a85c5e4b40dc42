package dev.ticketing.orders.order;

import com.fasterxml.jackson.annotation.JsonValue;

/** The reasons for the end of a reservation without a purchase. */
public enum CancelReason {
    BUYER("buyer"),
    EXPIRED("expired"),
    TICKET_UNAVAILABLE("ticket-unavailable"),
    TICKET_CHANGED("ticket-changed"),
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
