package dev.ticketing.payments.stripe.webhook;

import org.jspecify.annotations.Nullable;

/**
 * A change at Stripe.
 *
 * @param intentId the PaymentIntent that it concerns, if any
 */
public record WebhookEvent(String id, String type, @Nullable String intentId) {}
