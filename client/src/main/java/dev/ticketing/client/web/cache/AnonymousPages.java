package dev.ticketing.client.web.cache;

import dev.ticketing.web.cache.CachedResponse;
import dev.ticketing.web.cache.MicroCache;
import dev.ticketing.web.session.PublicKeys;
import dev.ticketing.web.session.SessionVerifier;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Caches the search page without a session, which is the same for all visitors with the same query. A request with a
 * valid session never reads or fills the cache.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 400) // after the filters that refuse requests
class AnonymousPages extends OncePerRequestFilter {

    private final SessionVerifier sessions;
    private final LocaleResolver languages;
    private final MicroCache<CachedResponse> pages;

    AnonymousPages(SessionVerifier sessions, LocaleResolver languages, TicketNews news, PageSettings settings) {
        this.sessions = sessions;
        this.languages = languages;
        this.pages = new MicroCache<>(news::count, settings.keep());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || !request.getRequestURI().equals("/") || !isAnonymous(request);
    }

    /** Decided by the session that the page would use, never by the text of a header. */
    private boolean isAnonymous(HttpServletRequest request) {
        try {
            return sessions.sessionOf(request).isEmpty();
        } catch (PublicKeys.Unavailable e) {
            return false;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var page = pages.get(
                    question(request),
                    () -> CachedResponse.make(request, response, chain).in(response.getLocale()));
            page.send(request, response);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CachedResponse.ChainFailed e) {
            throw new ServletException(e.getCause());
        }
    }

    /** Everything that such a page may depend on, as the controllers read it. */
    private List<Object> question(HttpServletRequest request) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return List.of(
                request.isSecure(),
                String.valueOf(request.getQueryString()),
                languages.resolveLocale(request),
                Stream.of(cookies)
                        .map(cookie -> List.of(cookie.getName(), cookie.getValue()))
                        .toList(),
                Collections.list(request.getHeaders("HX-Request")),
                Collections.list(request.getHeaders("HX-Target")));
    }
}
