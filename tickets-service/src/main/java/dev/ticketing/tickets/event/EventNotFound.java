package dev.ticketing.tickets.event;

public class EventNotFound extends RuntimeException {

    public EventNotFound(String id) {
        super("There is no event " + id + ".");
    }
}
