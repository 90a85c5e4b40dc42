package dev.ticketing.client.web.navigation;

/** The visitor must sign in, and then continues on a page other than the requested one. */
public final class SignInFirst extends RuntimeException {

    private final String next;

    public SignInFirst(String next) {
        super("sign in, then go to " + next);
        this.next = next;
    }

    public String next() {
        return next;
    }
}
