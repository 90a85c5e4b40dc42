package dev.ticketing.web;

/**
 * Tells a repeated request from any other.
 *
 * @param id user, route and key
 * @param fingerprint of what the request asks for
 */
public record RequestKey(String id, String fingerprint) {}
