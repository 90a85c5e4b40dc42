package dev.ticketing.orders.order;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.ticketing.web.input.InvalidInput;
import java.util.Set;
import java.util.stream.Stream;

/** The states of an order and their legal successors. */
public enum OrderStatus {
    CREATED("created"),
    AWAITING_PAYMENT("awaiting:payment"),
    COMPLETE("complete"),
    CANCELLED("cancelled");

    private final String text;

    OrderStatus(String text) {
        this.text = text;
    }

    boolean mayBecome(OrderStatus next) {
        return switch (this) {
            case CREATED -> next == AWAITING_PAYMENT || next == CANCELLED;
            case AWAITING_PAYMENT -> next == COMPLETE || next == CANCELLED;
            case COMPLETE, CANCELLED -> false;
        };
    }

    /** @throws InvalidInput if the status does not exist */
    public static OrderStatus of(String text) {
        return Stream.of(values())
                .filter(status -> status.text.equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInput("status", "status must be created, awaiting:payment, complete or cancelled"));
    }

    /** The states of an order that reserves its ticket but has not bought it. */
    public static Set<OrderStatus> open() {
        return Set.of(CREATED, AWAITING_PAYMENT);
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
