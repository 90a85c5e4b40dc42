package dev.ticketing.tickets.ticket;

/** Only its seller may change a ticket. */
class NotYourTicket extends RuntimeException {

    NotYourTicket(String ticketId) {
        super("Ticket " + ticketId + " is somebody else's.");
    }
}
