package dev.ticketing.tickets.ticket;

import java.time.Instant;

/** Tickets in every state, reached by regular transitions. */
final class TicketFixture {

    static final String SELLER = "5f0000000000000000000001";
    static final String ORDER = "5f00000000000000000000a1";
    static final String OTHER_ORDER = "5f00000000000000000000a2";

    static final Instant UNTIL = Instant.parse("2026-01-01T12:15:00Z");

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private TicketFixture() {}

    static Listing listing(String title, long priceMinor) {
        return new Listing(title, new Price(priceMinor, "usd"));
    }

    static Ticket available() {
        return Ticket.list(listing("Concert", 1999), SELLER, NOW);
    }

    static Ticket reserved() {
        var ticket = available();
        ticket.reserve(ORDER, 0, UNTIL);
        return ticket;
    }

    static Ticket sold() {
        var ticket = reserved();
        ticket.sell(ORDER);
        return ticket;
    }

    static Ticket withdrawn() {
        var ticket = available();
        ticket.withdraw();
        return ticket;
    }
}
