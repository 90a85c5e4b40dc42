package dev.ticketing.messaging;

/** The document may exist, but its event has not arrived: the request can be repeated soon. */
public final class NotYetKnown extends RuntimeException {

    public NotYetKnown(String id) {
        super(id + " is not known here yet. Please try again in a moment.");
    }
}
