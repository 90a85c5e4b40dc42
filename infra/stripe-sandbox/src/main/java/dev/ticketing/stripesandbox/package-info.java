/**
 * A small stateful stand-in for Stripe's API. It has a ledger of PaymentIntents, charges and refunds in which no real
 * money moves, sends signed webhooks for every change, and simulates faults configured under {@code /_sandbox}.
 */
package dev.ticketing.stripesandbox;
