package dev.ticketing.suite;

/** A problem on this machine prevents the start; the message is the one line with the remedy. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
