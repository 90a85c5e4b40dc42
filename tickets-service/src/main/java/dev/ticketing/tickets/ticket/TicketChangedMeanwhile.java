package dev.ticketing.tickets.ticket;

/** The ticket is not at the version of the request. */
public class TicketChangedMeanwhile extends RuntimeException {

    public TicketChangedMeanwhile(String ticketId, long version) {
        super("Ticket " + ticketId + " has changed meanwhile: it is at version " + version + " now.");
    }
}
