/** The sums: what was asked for, captured and given back, as JSON, as a page and as Stripe's balance. */
package dev.ticketing.stripesandbox.ledger;
