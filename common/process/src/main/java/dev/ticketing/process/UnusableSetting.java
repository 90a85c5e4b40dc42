package dev.ticketing.process;

/** A setting without which, or with which, nothing can start. Its message is all that the log says then. */
public class UnusableSetting extends RuntimeException {

    /** @param message names the variable and what is expected, and holds nothing that is secret */
    public UnusableSetting(String message) {
        super(message);
    }
}
