/** The only place that speaks with Stripe (or its stand-in); knows nothing of our orders and payments but their ids. */
@NullMarked
package dev.ticketing.payments.stripe;

import org.jspecify.annotations.NullMarked;
