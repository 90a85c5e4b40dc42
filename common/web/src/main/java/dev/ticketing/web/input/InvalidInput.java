package dev.ticketing.web.input;

/** A part of the input violates a rule that annotations cannot express; the response is 400. */
public final class InvalidInput extends RuntimeException {

    private final String field;

    /** @param message for people: the expected input */
    public InvalidInput(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
