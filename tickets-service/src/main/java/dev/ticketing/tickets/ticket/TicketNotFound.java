package dev.ticketing.tickets.ticket;

/** Nobody has listed this ticket. */
class TicketNotFound extends RuntimeException {

    TicketNotFound(String ticketId) {
        super("There is no ticket " + ticketId + ".");
    }
}
