package dev.ticketing.payments.stripe;

/** Not signed by Stripe, too old, or not an event at all. */
public final class InvalidWebhook extends RuntimeException {

    InvalidWebhook(String message) {
        super(message);
    }
}
