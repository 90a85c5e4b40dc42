package dev.ticketing.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses unsafe requests that another site made the browser send. {@code Sec-Fetch-Site} decides where a browser sends it
 * (Fetch Metadata); otherwise {@code Origin} must name the host that the request came to. Programs send neither and pass.
 */
public final class CrossSiteRequestFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final HandlerExceptionResolver errors;

    public CrossSiteRequestFilter(HandlerExceptionResolver errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!SAFE_METHODS.contains(request.getMethod()) && isForeign(request)) {
            var foreign = new RefusedRequest(
                    HttpStatus.FORBIDDEN, "cross-site-request", "This request came from another site.");
            errors.resolveException(request, response, null, foreign);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isForeign(HttpServletRequest request) {
        var site = Collections.list(request.getHeaders("Sec-Fetch-Site"));
        if (site.equals(List.of("same-origin"))) {
            return false;
        }
        return site.size() > 1 || site.contains("cross-site") || !isFromHere(request);
    }

    /** The scheme does not count: behind a tunnel the browser's may be another than ours. */
    private static boolean isFromHere(HttpServletRequest request) {
        var origins = Collections.list(request.getHeaders(HttpHeaders.ORIGIN));
        return origins.isEmpty()
                || origins.size() == 1
                        && here(request).contains(origins.getFirst().toLowerCase(Locale.ROOT));
    }

    private static Set<String> here(HttpServletRequest request) {
        var host = request.getServerName().toLowerCase(Locale.ROOT);
        var port = request.getServerPort();
        return port == 80 || port == 443
                ? Set.of("http://" + host, "https://" + host)
                : Set.of("http://" + host + ":" + port, "https://" + host + ":" + port);
    }
}
