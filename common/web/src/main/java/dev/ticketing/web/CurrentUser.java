package dev.ticketing.web;

/**
 * Who is asking. As a parameter of a controller method it demands a session (401 otherwise, before anything else is
 * checked if it is the first parameter); as {@code Optional<CurrentUser>} it does not.
 */
public record CurrentUser(String id, String email) {}
