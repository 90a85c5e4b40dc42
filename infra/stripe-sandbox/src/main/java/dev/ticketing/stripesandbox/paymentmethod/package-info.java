/** Test cards by number, id and token, and the outcome of a payment with each. Numbers are never stored. */
package dev.ticketing.stripesandbox.paymentmethod;
