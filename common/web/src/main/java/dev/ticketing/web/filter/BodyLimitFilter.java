package dev.ticketing.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses bodies over the limit of {@link Uploads}, including those of unknown length. */
public final class BodyLimitFilter extends OncePerRequestFilter {

    private final HandlerExceptionResolver errors;
    private final Uploads uploads;

    public BodyLimitFilter(HandlerExceptionResolver errors, Uploads uploads) {
        this.errors = errors;
        this.uploads = uploads;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > uploads.limit(request)) {
            errors.resolveException(request, response, null, new BodyTooLarge());
        } else if (!uploads.accept(request)) {
            chain.doFilter(new LimitedRequest(request, uploads.limit(request)), response);
        } else if (uploads.begin()) {
            try {
                chain.doFilter(new LimitedRequest(request, uploads.limit(request)), response);
            } finally {
                uploads.end();
            }
        } else {
            errors.resolveException(request, response, null, busy());
        }
    }

    private static RefusedRequest busy() {
        return new RefusedRequest(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too many files arrive at the moment.");
    }
}
