package dev.ticketing.orders.order;

/** The buyer is the seller. */
public class OwnTicket extends RuntimeException {

    OwnTicket(String ticketId) {
        super("Ticket " + ticketId + " is your own.");
    }
}
