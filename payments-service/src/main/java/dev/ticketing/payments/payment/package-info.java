/** The life of a payment, as described in {@link dev.ticketing.payments.payment.Payment}. */
@NullMarked
package dev.ticketing.payments.payment;

import org.jspecify.annotations.NullMarked;
