package dev.ticketing.payments.stripe;

/** What the environment says of Stripe is incomplete or dangerous; the service does not start. */
final class StripeMisconfigured extends RuntimeException {

    StripeMisconfigured(String message) {
        super(message);
    }
}
