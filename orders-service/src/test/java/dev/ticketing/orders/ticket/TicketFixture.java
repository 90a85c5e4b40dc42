package dev.ticketing.orders.ticket;

import dev.ticketing.events.TicketEvent.TicketUpdated;
import org.bson.types.ObjectId;

/** Tickets for the tests of other packages. */
public final class TicketFixture {

    public static final String SELLER = "6b0028613e6a648727960b01";

    private TicketFixture() {}

    public static Ticket available() {
        return ticket("available");
    }

    public static Ticket withdrawn() {
        return ticket("withdrawn");
    }

    private static Ticket ticket(String status) {
        var id = new ObjectId().toHexString();
        var ticket = new Ticket(id);
        ticket.apply(new TicketUpdated(id, "Front row", 1999, "usd", SELLER, status, null), 3);
        return ticket;
    }
}
