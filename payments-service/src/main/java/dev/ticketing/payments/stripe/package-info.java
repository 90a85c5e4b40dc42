/** The only package that calls Stripe (or its sandbox). It knows only the ids of our orders and payments. */
@NullMarked
package dev.ticketing.payments.stripe;

import org.jspecify.annotations.NullMarked;
