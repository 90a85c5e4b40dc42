package dev.ticketing.client.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language that a page is in: what the visitor has switched to, else what his browser wishes for. Prices and times follow
 * the region that the browser names with it.
 */
class Languages extends AcceptHeaderLocaleResolver {

    static final String COOKIE = "language";

    /** Those there are texts in; the first for everybody else. */
    static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.GERMAN);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var chosen = WebUtils.getCookie(request, COOKIE);
        return ALL.stream()
                .filter(language -> chosen != null && chosen.getValue().equals(language.getLanguage()))
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

    /** In the visitor's order; without the header the server's own language would be told. */
    private static List<Locale> wishes(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
    }

    private static boolean isIn(Locale language, Locale wish) {
        return language.getLanguage().equals(wish.getLanguage());
    }
}
