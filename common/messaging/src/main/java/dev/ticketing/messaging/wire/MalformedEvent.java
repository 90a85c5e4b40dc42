package dev.ticketing.messaging.wire;

/** A message that cannot be read, however often it is delivered. */
public final class MalformedEvent extends RuntimeException {

    public MalformedEvent(Exception cause) {
        super("malformed event: " + cause.getMessage(), cause);
    }
}
