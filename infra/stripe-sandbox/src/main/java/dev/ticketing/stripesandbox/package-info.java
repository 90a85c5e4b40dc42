/**
 * A small stateful stand-in for Stripe's API. It owns a ledger of PaymentIntents, charges and refunds in which no real
 * money moves, tells of every change by signed webhooks, and can be told to misbehave under {@code /_sandbox}.
 */
package dev.ticketing.stripesandbox;
