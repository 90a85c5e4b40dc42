package dev.ticketing.check.evidence;

/**
 * What a request with an {@code Idempotency-Key} has made, as the document itself remembers it (ADR 0017).
 *
 * @param collection such as {@code orders.orders}
 * @param key with its user and route
 */
public record KeyedEffect(String collection, String id, String key) {}
