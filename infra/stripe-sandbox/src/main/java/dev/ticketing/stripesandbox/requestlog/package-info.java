/** The calls of a service to Stripe, for people and tests. */
package dev.ticketing.stripesandbox.requestlog;
