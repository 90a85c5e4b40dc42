/** Charges: one per attempt to pay a PaymentIntent, approved or not. */
package dev.ticketing.stripesandbox.charge;
