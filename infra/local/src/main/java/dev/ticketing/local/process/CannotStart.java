package dev.ticketing.local.process;

/** Something on this machine is in the way; the message is the one line that says what to do about it. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
