package dev.ticketing.orders.application;

/** No seller has listed this ticket. */
class TicketNotFound extends RuntimeException {

    TicketNotFound(String ticketId) {
        super("Ticket " + ticketId + " does not exist.");
    }
}
