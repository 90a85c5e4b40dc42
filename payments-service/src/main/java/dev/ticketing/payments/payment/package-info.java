/** The life of a payment; {@link dev.ticketing.payments.payment.Payment} tells it. */
package dev.ticketing.payments.payment;
