package dev.ticketing.client.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The session that the current request has begun; later calls for this request use it. */
public final class NewSession {

    private static final String COOKIE = NewSession.class.getName() + ".cookie";

    private NewSession() {}

    /** @param setCookies headers of auth-service for the browser */
    public static void begin(HttpServletRequest request, List<String> setCookies) {
        setCookies.stream().findFirst().ifPresent(cookie -> request.setAttribute(COOKIE, cookie.split(";", 2)[0]));
    }

    /** As a {@code Cookie} header; empty if the request has not begun a session. */
    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(COOKIE));
    }
}
