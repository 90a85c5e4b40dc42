package dev.ticketing.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every answer forbids guessing its type, showing it as a page or in another site's, asks for https where the visitor already
 * uses it, and is private: a handler that answers the same to everybody says so itself, and pages have a policy of their own.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class SafeAnswersFilter extends OncePerRequestFilter {

    public static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

    private static final String ONE_YEAR = "max-age=31536000; includeSubDomains";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", NO_PAGE);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
        chain.doFilter(request, new SafeAnswer(response));
    }

    /** The container clears the headers before it comes back for an error page. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** With headers that give way to a handler's own, and a time to come back, whoever answers that something is away. */
    private static final class SafeAnswer extends HttpServletResponseWrapper {

        private static final String RETRY_AFTER_SECONDS = "5";

        private final Set<String> givingWay = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

        SafeAnswer(HttpServletResponse response) {
            super(response);
            unlessSaid(HttpHeaders.CACHE_CONTROL, "no-store");
        }

        private void unlessSaid(String name, String value) {
            super.setHeader(name, value);
            givingWay.add(name);
        }

        @Override
        public void setHeader(String name, String value) {
            givingWay.remove(name);
            super.setHeader(name, value);
        }

        @Override
        public void addHeader(String name, String value) {
            if (givingWay.remove(name)) {
                super.setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }

        @Override
        public void setStatus(int status) {
            sayWhen(status);
            super.setStatus(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            sayWhen(status);
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sayWhen(status);
            super.sendError(status, message);
        }

        private void sayWhen(int status) {
            if (status == SC_SERVICE_UNAVAILABLE && !containsHeader(HttpHeaders.RETRY_AFTER)) {
                unlessSaid(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            }
        }
    }
}
