/** The life of a payment; {@link dev.ticketing.payments.payment.Payment} tells it. */
@NullMarked
package dev.ticketing.payments.payment;

import org.jspecify.annotations.NullMarked;
