/** One transaction per call, and one effect and one answer per {@code Idempotency-Key}. */
package dev.ticketing.stripesandbox.idempotency;
