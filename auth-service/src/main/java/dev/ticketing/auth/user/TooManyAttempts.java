package dev.ticketing.auth.user;

import java.time.Instant;

/** Signing in with this address has failed too often of late. */
class TooManyAttempts extends RuntimeException {

    private final Instant nextAt;

    TooManyAttempts(Instant nextAt) {
        super("Signing in has failed too often for this address. Try again later.");
        this.nextAt = nextAt;
    }

    /** When it may be tried again. */
    Instant nextAt() {
        return nextAt;
    }
}
