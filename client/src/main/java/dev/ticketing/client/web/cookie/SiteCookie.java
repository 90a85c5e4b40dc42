package dev.ticketing.client.web.cookie;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A cookie of the pages; the session cookie belongs to auth-service. Over https its name binds it to this host (RFC
 * 6265bis, 4.1.3.2), so that no neighbouring host can set it.
 */
public record SiteCookie(String name) {

    /** For {@link #write}: the browser deletes it at once, or when it is closed. */
    public static final Duration FORGET = Duration.ZERO;

    public static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

    private static final String BOUND = "__Host-";

    public Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, nameFor(request)))
                .map(Cookie::getValue);
    }

    public void write(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(nameFor(request), value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String nameFor(HttpServletRequest request) {
        return request.isSecure() ? BOUND + name : name;
    }
}
