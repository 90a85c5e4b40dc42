package dev.ticketing.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that carries the session token: {@code __Host-session} and secure, except on plain http to this machine, where
 * browsers would not keep it; there it is called {@code session}.
 */
public final class SessionCookie {

    private static final String SECURE = "__Host-session";
    private static final String LOCAL = "session";
    private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private SessionCookie() {}

    /** The token in the request, if there is one; not verified. */
    public static Optional<String> token(HttpServletRequest request) {
        var name = name(request);
        return request.getCookies() == null
                ? Optional.empty()
                : Stream.of(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** A cookie for the browser that sent this request; an age of zero clears it. */
    public static ResponseCookie of(HttpServletRequest request, String token, Duration maxAge) {
        var name = name(request);
        return ResponseCookie.from(name, token)
                .path("/")
                .httpOnly(true)
                .secure(name.equals(SECURE))
                .sameSite("Lax")
                .maxAge(maxAge)
                .build();
    }

    private static String name(HttpServletRequest request) {
        var local = !request.isSecure() && LOCAL_HOSTS.contains(request.getServerName());
        return local ? LOCAL : SECURE;
    }
}
