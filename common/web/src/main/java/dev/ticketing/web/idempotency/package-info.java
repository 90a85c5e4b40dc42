/** Requests with an {@code Idempotency-Key}: each takes effect once and gets one response (ADR 0035). */
@NullMarked
package dev.ticketing.web.idempotency;

import org.jspecify.annotations.NullMarked;
