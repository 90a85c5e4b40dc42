package dev.ticketing.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a ticket stands, and what may follow. */
enum TicketStatus {
    AVAILABLE("available"),
    RESERVED("reserved"),
    SOLD("sold"),
    WITHDRAWN("withdrawn");

    private final String text;

    TicketStatus(String text) {
        this.text = text;
    }

    boolean mayBecome(TicketStatus next) {
        return switch (this) {
            case AVAILABLE -> next == RESERVED || next == SOLD || next == WITHDRAWN;
            case RESERVED -> next == AVAILABLE || next == SOLD;
            case WITHDRAWN -> next == SOLD;
            case SOLD -> false;
        };
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
