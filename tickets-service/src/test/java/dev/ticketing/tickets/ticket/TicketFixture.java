package dev.ticketing.tickets.ticket;

import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketDetails.Occasion;
import java.time.Instant;
import java.util.List;

/** Tickets in every state, reached by regular transitions. */
public final class TicketFixture {

    public static final String SELLER = "5f0000000000000000000001";
    public static final String BUYER = "5f0000000000000000000002";
    public static final String ORDER = "5f00000000000000000000a1";
    public static final String OTHER_ORDER = "5f00000000000000000000a2";

    public static final Instant UNTIL = Instant.parse("2026-01-01T12:15:00Z");

    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private TicketFixture() {}

    public static Listing listing(String title, long priceMinor) {
        return new Listing(title, new Price(priceMinor, "usd"));
    }

    /** For an event that begins at {@link #UNTIL}. */
    public static Ticket withEvent() {
        var event = new Occasion(
                "5f00000000000000000000e1", "Opera", "Opera House", "Vienna", "AT", UNTIL, "Europe/Vienna");
        var details = new TicketDetails(event, null, null, null, List.of(), null);
        return Ticket.list(new Listing("Parquet", new Price(1999, "usd"), details), SELLER, NOW);
    }

    public static Ticket ended() {
        var ticket = withEvent();
        ticket.end(UNTIL);
        return ticket;
    }

    public static Ticket available() {
        return Ticket.list(listing("Concert", 1999), SELLER, NOW);
    }

    public static Ticket reserved() {
        var ticket = available();
        ticket.reserve(ORDER, 0, UNTIL);
        return ticket;
    }

    public static Ticket sold() {
        var ticket = reserved();
        ticket.sell(ORDER, BUYER);
        return ticket;
    }

    public static Ticket withdrawn() {
        var ticket = available();
        ticket.withdraw();
        return ticket;
    }
}
