package dev.ticketing.tickets.ticket;

/** Only its seller may change a ticket. */
public class NotYourTicket extends RuntimeException {

    public NotYourTicket(String ticketId) {
        super("Ticket " + ticketId + " is somebody else's.");
    }
}
