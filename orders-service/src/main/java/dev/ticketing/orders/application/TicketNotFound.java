package dev.ticketing.orders.order;

/** No seller has listed this ticket. */
class TicketNotFound extends RuntimeException {

    TicketNotFound(String ticketId) {
        super("Ticket " + ticketId + " does not exist.");
    }
}
