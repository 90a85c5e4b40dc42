package dev.ticketing.payments.stripe;

/**
 * Something has changed at Stripe.
 *
 * @param intentId PaymentIntent that it is about, or {@code null}
 */
public record WebhookEvent(String id, String type, String intentId) {}
