package dev.ticketing.client.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** What the visitor looked for last, kept by his browser until it is closed: pages that end in nothing lead back there. */
public final class LastSearch {

    private static final String COOKIE = "search";

    private LastSearch() {}

    /** Its address; the home page if there is none. */
    static String of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? LocalPath.HOME : LocalPath.orHome(decoded(cookie.getValue()));
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            return LocalPath.HOME;
        }
    }

    /** @param address of the search; the home page to forget */
    public static void keep(String address, HttpServletRequest request, HttpServletResponse response) {
        if (of(request).equals(address) || !LocalPath.isLocal(address)) {
            return;
        }
        var isNone = address.equals(LocalPath.HOME);
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.US_ASCII));
        var cookie = ResponseCookie.from(COOKIE, isNone ? "" : value)
                .path("/")
                .maxAge(isNone ? 0 : -1)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
