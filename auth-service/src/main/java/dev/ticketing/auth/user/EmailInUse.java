package dev.ticketing.auth.user;

/** The address already has an account. */
class EmailInUse extends RuntimeException {

    EmailInUse() {
        super("An account with this e-mail address already exists.");
    }
}
