package dev.ticketing.check.evidence;

/**
 * The effect of a request with an {@code Idempotency-Key}, as recorded in the document (ADR 0035).
 *
 * @param collection such as {@code orders.orders}
 * @param token of the request: user, route and key
 */
public record KeyedEffect(String collection, String id, String token) {}
