package dev.ticketing.payments.webhook;

import org.jspecify.annotations.Nullable;

/**
 * A change at Stripe.
 *
 * @param intentId the PaymentIntent that it concerns, if any
 */
record WebhookEvent(String id, String type, @Nullable String intentId) {}
