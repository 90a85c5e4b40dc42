/** What was called, for people and tests that want to know what a service asked of Stripe. */
package dev.ticketing.stripesandbox.requestlog;
