package dev.ticketing.tickets.file;

/** The file is no ticket that a buyer could safely open; the message says why. */
public class RefusedFile extends RuntimeException {

    public RefusedFile(String reason) {
        super(reason);
    }

    RefusedFile(String reason, Throwable cause) {
        super(reason, cause);
    }
}
