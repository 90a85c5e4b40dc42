package dev.ticketing.payments.stripe.webhook;

/** Not signed by Stripe, too old, or not an event at all. */
public final class InvalidWebhook extends RuntimeException {

    InvalidWebhook(String message) {
        super(message);
    }
}
