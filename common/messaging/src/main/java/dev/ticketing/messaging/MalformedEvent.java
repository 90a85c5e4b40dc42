package dev.ticketing.messaging;

/** A message that can never be read, however often it is delivered. */
final class MalformedEvent extends RuntimeException {

    MalformedEvent(Exception cause) {
        super("malformed event: " + cause.getMessage(), cause);
    }
}
