package dev.ticketing.payments.payment;

/** Stripe does not take the token: unknown, used up, or expired. */
class InvalidToken extends RuntimeException {

    InvalidToken(String message) {
        super(message);
    }
}
