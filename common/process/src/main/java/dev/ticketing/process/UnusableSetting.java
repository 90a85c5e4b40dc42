package dev.ticketing.process;

/** A missing or wrong setting that prevents the startup. The log contains only its message. */
public class UnusableSetting extends RuntimeException {

    /** @param message names the variable and the expected value; contains no secret */
    public UnusableSetting(String message) {
        super(message);
    }
}
