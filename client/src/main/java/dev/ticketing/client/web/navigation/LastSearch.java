package dev.ticketing.client.web.navigation;

import dev.ticketing.client.web.cookie.SiteCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The visitor's last search, stored by their browser until it is closed: pages without a result link back to it. */
public final class LastSearch {

    private static final SiteCookie COOKIE = new SiteCookie("search");

    private LastSearch() {}

    /** Its address; the home page if there is none. */
    public static String of(HttpServletRequest request) {
        return COOKIE.read(request)
                .map(value -> LocalPath.orHome(decoded(value)))
                .orElse(LocalPath.HOME);
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            return LocalPath.HOME;
        }
    }

    /** @param address of the search; the home page deletes it */
    public static void keep(String address, HttpServletRequest request, HttpServletResponse response) {
        if (of(request).equals(address) || !LocalPath.isLocal(address)) {
            return;
        }
        if (address.equals(LocalPath.HOME)) {
            COOKIE.write("", SiteCookie.FORGET, request, response);
            return;
        }
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.US_ASCII));
        COOKIE.write(value, SiteCookie.UNTIL_CLOSED, request, response);
    }
}
