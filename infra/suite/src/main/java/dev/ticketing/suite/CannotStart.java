package dev.ticketing.suite;

import java.util.Objects;
import java.util.concurrent.ExecutionException;

/** A problem on this machine prevents the start; the message is the one line with the remedy. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }

    /** For the reason that another thread found. */
    public static CannotStart because(ExecutionException e) {
        var cause = Objects.requireNonNull(e.getCause());
        return new CannotStart(String.valueOf(cause.getMessage()), cause);
    }
}
