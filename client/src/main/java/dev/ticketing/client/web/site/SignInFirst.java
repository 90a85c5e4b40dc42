package dev.ticketing.client.web.site;

/** The visitor must sign in, and then goes on to a page that is not the one that was asked for. */
public final class SignInFirst extends RuntimeException {

    private final String next;

    public SignInFirst(String next) {
        super("sign in, then go to " + next);
        this.next = next;
    }

    String next() {
        return next;
    }
}
