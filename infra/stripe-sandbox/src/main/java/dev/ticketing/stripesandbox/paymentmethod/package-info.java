/** Test cards by number, id and token, and what becomes of a payment with each. Numbers are never kept. */
package dev.ticketing.stripesandbox.paymentmethod;
