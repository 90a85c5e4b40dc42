/** The sums: requested, captured and refunded, as JSON, as a page and as Stripe's balance. */
package dev.ticketing.stripesandbox.ledger;
