package dev.ticketing.tickets.ticket;

/** The event of a ticket cannot be changed while a code for it is attached. */
public class CodeOfAnotherEvent extends RuntimeException {

    CodeOfAnotherEvent() {
        super("Remove the content of the ticket before you change its event.");
    }
}
