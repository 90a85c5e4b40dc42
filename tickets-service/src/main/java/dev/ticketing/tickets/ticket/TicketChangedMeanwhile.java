package dev.ticketing.tickets.ticket;

/** The ticket is not at the version of the request. */
class TicketChangedMeanwhile extends RuntimeException {

    TicketChangedMeanwhile(String ticketId, long version) {
        super("Ticket " + ticketId + " has changed meanwhile: it is at version " + version + " now.");
    }
}
