package dev.ticketing.auth.user;

/** The address has an account. */
class EmailInUse extends RuntimeException {

    EmailInUse() {
        super("This e-mail address has an account already.");
    }
}
