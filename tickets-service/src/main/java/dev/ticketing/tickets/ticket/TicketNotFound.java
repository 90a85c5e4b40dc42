package dev.ticketing.tickets.ticket;

/** No seller has listed this ticket. */
public class TicketNotFound extends RuntimeException {

    public TicketNotFound(String ticketId) {
        super("Ticket " + ticketId + " does not exist.");
    }
}
