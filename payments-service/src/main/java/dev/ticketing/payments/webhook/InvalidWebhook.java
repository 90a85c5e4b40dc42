package dev.ticketing.payments.webhook;

/** Not signed by Stripe, too old, or not an event at all. */
final class InvalidWebhook extends RuntimeException {

    InvalidWebhook(String message) {
        super(message);
    }
}
