package dev.ticketing.auth.user;

/** The address has no account or the password is wrong; which of the two, nobody is told. */
class InvalidCredentials extends RuntimeException {

    InvalidCredentials() {
        super("The e-mail address or the password is wrong.");
    }
}
