package dev.ticketing.orders.ticket;

import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketDetails.Occasion;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import java.time.Instant;
import java.util.List;
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

    /** A ticket for an event. */
    public static Ticket beginning(Instant startsAt) {
        var event = new Occasion("e", "Opera", "Opera House", "Vienna", "AT", startsAt, "Europe/Vienna");
        var ticket = new Ticket("t");
        var details = new TicketDetails(event, null, null, null, List.of(), null);
        ticket.apply(new TicketUpdated("t", "Row 3", 1999, "usd", SELLER, "available", null, details), 3);
        return ticket;
    }

    /** The ticket after tickets-service has confirmed the reservation of this order. */
    public static Ticket heldBy(String ticketId, String orderId) {
        return ticket(ticketId, "reserved", orderId);
    }

    /** The ticket after its seller has changed the price. */
    public static Ticket edited(String ticketId) {
        var ticket = ticket(ticketId, "available", null);
        ticket.apply(new TicketUpdated(ticketId, "Front row", 4000, "usd", SELLER, "available", null), 4);
        return ticket;
    }

    private static Ticket ticket(String status) {
        return ticket(new ObjectId().toHexString(), status, null);
    }

    private static Ticket ticket(String id, String status, String orderId) {
        var ticket = new Ticket(id);
        ticket.apply(new TicketUpdated(id, "Front row", 1999, "usd", SELLER, status, orderId), 3);
        return ticket;
    }
}
