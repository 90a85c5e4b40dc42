package dev.ticketing.web.session;

/**
 * The user of the request. As a parameter of a controller method it requires a session (401 otherwise, before any other
 * check if it is the first parameter); as {@code Optional<CurrentUser>} it does not.
 */
public record CurrentUser(String id, String email) {}
