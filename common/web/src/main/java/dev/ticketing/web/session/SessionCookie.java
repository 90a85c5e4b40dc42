package dev.ticketing.web.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * The cookie with the session token: {@code __Host-session} and secure. On plain http to this machine, where browsers
 * would not store that, its name is {@code session}.
 */
public final class SessionCookie {

    private static final String SECURE = "__Host-session";
    private static final String LOCAL = "session";
    private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.-]+");

    private SessionCookie() {}

    /** Every value in the request that could be a token, in order; not verified. A browser may send several. */
    public static List<String> tokens(HttpServletRequest request) {
        var name = name(request);
        return request.getCookies() == null
                ? List.of()
                : Stream.of(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(value -> TOKEN.matcher(value).matches())
                        .toList();
    }

    /** A cookie for the browser of this request; an age of zero clears it. */
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
        var host = request.getServerName(); // null while a Host that is none is refused
        var local = !request.isSecure() && host != null && LOCAL_HOSTS.contains(host);
        return local ? LOCAL : SECURE;
    }
}
