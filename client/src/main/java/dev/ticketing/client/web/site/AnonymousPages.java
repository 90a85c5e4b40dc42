package dev.ticketing.client.web.site;

import dev.ticketing.client.web.live.Momentary;
import dev.ticketing.client.web.live.TicketNews;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The search page of whoever has no session is the same for all who ask alike: rendered once in a moment. A request with a
 * session never comes near it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
class AnonymousPages extends OncePerRequestFilter {

    private static final String SESSION = "session";

    private final Momentary<KeptPage> pages;

    AnonymousPages(TicketNews news, PageSettings settings) {
        this.pages = new Momentary<>(news, settings.keep());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var cookies = request.getHeader(HttpHeaders.COOKIE);
        return !request.getMethod().equals("GET")
                || !request.getRequestURI().equals("/")
                || cookies != null && cookies.contains(SESSION);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var page = pages.get(question(request), () -> KeptPage.render(request, response, chain));
            page.answer(request, response);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (KeptPage.NotRendered e) {
            throw new ServletException(e.getCause());
        }
    }

    /** All that such a page may depend on. */
    private static String question(HttpServletRequest request) {
        return String.join(
                "\n",
                request.getScheme(),
                request.getHeader(HttpHeaders.HOST),
                request.getQueryString(),
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                request.getHeader(HttpHeaders.COOKIE),
                request.getHeader("HX-Request"),
                request.getHeader("HX-Target"));
    }
}
