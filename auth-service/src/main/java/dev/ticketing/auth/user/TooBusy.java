package dev.ticketing.auth.user;

/** More people sign up and in than this service can hash passwords for: it is our limit, not the caller's fault. */
class TooBusy extends RuntimeException {

    TooBusy() {
        super("Too many people are signing in right now. Try again in a moment.");
    }
}
