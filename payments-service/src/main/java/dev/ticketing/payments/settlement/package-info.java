/** Payments and Stripe: runs attempts, and captures, releases or refunds amounts as orders-service decides. */
@NullMarked
package dev.ticketing.payments.settlement;

import org.jspecify.annotations.NullMarked;
