/** Sends signed events to the configured endpoint, repeatedly until it answers 2xx, or wrongly on demand. */
package dev.ticketing.stripesandbox.webhook;
