package dev.ticketing.web.idempotency;

/**
 * Tells a repeated request from any other.
 *
 * @param id user, route and key
 * @param fingerprint of what the request asks for
 */
public record RequestKey(String id, String fingerprint) {}
