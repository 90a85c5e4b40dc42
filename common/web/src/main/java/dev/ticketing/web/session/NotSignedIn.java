package dev.ticketing.web.session;

/** The request needs a session and has none. */
public final class NotSignedIn extends RuntimeException {

    public NotSignedIn() {
        super("Sign in first.");
    }
}
