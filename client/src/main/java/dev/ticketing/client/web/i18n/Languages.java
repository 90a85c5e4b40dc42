package dev.ticketing.client.web.i18n;

import dev.ticketing.client.web.cookie.SiteCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The language of a page: the one the visitor has chosen, else the one their browser prefers. Prices and times follow
 * the region in the browser's preference.
 */
public class Languages extends AcceptHeaderLocaleResolver {

    static final SiteCookie COOKIE = new SiteCookie("language");

    /** The languages with texts; the first one is the default. */
    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.GERMAN);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var chosen = COOKIE.read(request).orElse("");
        return ALL.stream()
                .filter(language -> chosen.equals(language.getLanguage()))
                .findFirst()
                .map(language -> inRegion(language, request))
                .orElseGet(() -> wished(request));
    }

    private static Locale inRegion(Locale language, HttpServletRequest request) {
        return wishes(request).stream()
                .filter(wish -> isIn(language, wish))
                .findFirst()
                .orElse(language);
    }

    private static Locale wished(HttpServletRequest request) {
        return wishes(request).stream()
                .filter(wish -> ALL.stream().anyMatch(language -> isIn(language, wish)))
                .findFirst()
                .orElse(ALL.getFirst());
    }

    /** In the visitor's order; without the header, the server's own language would be returned. */
    private static List<Locale> wishes(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
    }

    private static boolean isIn(Locale language, Locale wish) {
        return language.getLanguage().equals(wish.getLanguage());
    }
}
