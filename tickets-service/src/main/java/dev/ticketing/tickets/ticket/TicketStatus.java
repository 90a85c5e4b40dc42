package dev.ticketing.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.ticketing.web.input.InvalidInput;
import java.util.stream.Stream;

/** The states of a ticket and their legal successors. */
public enum TicketStatus {
    AVAILABLE("available"),
    RESERVED("reserved"),
    SOLD("sold"),
    WITHDRAWN("withdrawn"),
    /** Its event has begun before it was sold. */
    ENDED("ended");

    private final String text;

    TicketStatus(String text) {
        this.text = text;
    }

    boolean mayBecome(TicketStatus next) {
        return switch (this) {
            case AVAILABLE -> next == RESERVED || next == SOLD || next == WITHDRAWN || next == ENDED;
            case RESERVED -> next == AVAILABLE || next == SOLD || next == ENDED;
            case ENDED -> next == RESERVED || next == SOLD;
            case WITHDRAWN -> next == SOLD;
            case SOLD -> false;
        };
    }

    /** @throws InvalidInput if the status does not exist */
    public static TicketStatus of(String text) {
        return Stream.of(values())
                .filter(status -> status.text.equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInput("status", "status must be available, reserved, sold, withdrawn or ended"));
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
