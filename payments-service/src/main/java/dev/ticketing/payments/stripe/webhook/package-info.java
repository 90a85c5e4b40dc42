/** Stripe's webhooks: verifies their signature and reads their event. */
@NullMarked
package dev.ticketing.payments.stripe.webhook;

import org.jspecify.annotations.NullMarked;
