package dev.ticketing.tickets.content;

/** There is no content, or none that this user may see. */
class ContentNotFound extends RuntimeException {

    ContentNotFound(String ticketId) {
        super("There is no content of ticket " + ticketId + " for you.");
    }
}
