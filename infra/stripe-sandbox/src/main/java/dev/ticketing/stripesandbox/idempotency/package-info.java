/** One transaction per call, and one effect and one response per {@code Idempotency-Key}. */
package dev.ticketing.stripesandbox.idempotency;
