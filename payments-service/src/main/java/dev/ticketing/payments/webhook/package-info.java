/** Stripe's events: verified, stored once each, then processed. They replace lost responses to our calls. */
@NullMarked
package dev.ticketing.payments.webhook;

import org.jspecify.annotations.NullMarked;
