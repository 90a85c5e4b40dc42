package dev.ticketing.tickets.content;

/** Another listing has the same code. */
class TicketListedAlready extends RuntimeException {

    TicketListedAlready() {
        super("This ticket is in another listing.");
    }
}
