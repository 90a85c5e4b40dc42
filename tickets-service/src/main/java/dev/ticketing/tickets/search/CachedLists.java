package dev.ticketing.tickets.search;

import dev.ticketing.tickets.listing.ListingSettings;
import dev.ticketing.web.cache.CachedResponse;
import dev.ticketing.web.cache.MicroCache;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Caches {@code GET /api/tickets}, which is the same for every caller. An entry ends with every change of a ticket by this
 * instance. A change by another instance shows a moment later, or at once in the response to a request with
 * {@code Cache-Control} (ADR 0040).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 310) // after the filters that refuse requests
class CachedLists extends OncePerRequestFilter {

    private static final String PATH = "/api/tickets";

    /** Longer queries are rare and not worth their memory. */
    private static final int LONGEST_QUERY = 512;

    private final MicroCache<CachedResponse> lists;

    CachedLists(TicketChanges changes, ListingSettings settings) {
        this.lists = new MicroCache<>(changes::count, settings.listsCached());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || !request.getRequestURI().equals(PATH)
                || mustBeFresh(request)
                || query(request).length() > LONGEST_QUERY;
    }

    private static boolean mustBeFresh(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.CACHE_CONTROL) != null;
    }

    private static String query(HttpServletRequest request) {
        return String.valueOf(request.getQueryString());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var own = new AtomicReference<CachedResponse>();
        try {
            lists.get(query(request), () -> made(own, request, response, chain)).send(request, response);
        } catch (Refused e) {
            if (own.get() == null) {
                chain.doFilter(request, response); // another request was refused
            } else {
                own.get().send(request, response);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CachedResponse.ChainFailed e) {
            throw new ServletException(e.getCause());
        }
    }

    private static CachedResponse made(
            AtomicReference<CachedResponse> own,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain) {
        var made = CachedResponse.make(request, response, chain);
        own.set(made);
        if (!made.isOk()) {
            throw new Refused();
        }
        return made;
    }

    /** Keeps a refusal out of the cache: it carries the trace id of its own request. */
    private static final class Refused extends RuntimeException {

        Refused() {
            super(null, null, false, false);
        }
    }
}
