/** Sends events to the configured endpoint, signed, again and again until it answers 2xx, or wrongly on demand. */
package dev.ticketing.stripesandbox.webhook;
