package dev.ticketing.web;

/** A part of the input breaks a rule that annotations cannot tell; answered with 400. */
public final class InvalidInput extends RuntimeException {

    private final String field;

    /** @param message for people: what is expected */
    public InvalidInput(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
