package dev.ticketing.payments.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Something has changed at Stripe.
 *
 * @param intentId PaymentIntent that it is about, if any
 */
record WebhookEvent(String id, String type, @Nullable String intentId) {}
