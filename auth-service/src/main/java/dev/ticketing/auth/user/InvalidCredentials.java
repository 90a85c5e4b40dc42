package dev.ticketing.auth.user;

/** The address has no account or the password is wrong; the response does not reveal which. */
class InvalidCredentials extends RuntimeException {

    InvalidCredentials() {
        super("Incorrect e-mail address or password.");
    }
}
