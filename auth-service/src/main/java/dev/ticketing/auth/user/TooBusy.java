package dev.ticketing.auth.user;

/**
 * More people are signing up and in than this service can hash passwords for: a limit of the service, not a fault of
 * the caller.
 */
class TooBusy extends RuntimeException {

    TooBusy() {
        super("Too many people are signing in right now. Try again in a moment.");
    }
}
