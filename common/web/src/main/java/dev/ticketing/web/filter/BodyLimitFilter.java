package dev.ticketing.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses bodies over 64 KiB, including those of unknown length. */
public final class BodyLimitFilter extends OncePerRequestFilter {

    private final HandlerExceptionResolver errors;

    public BodyLimitFilter(HandlerExceptionResolver errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LimitedRequest.LIMIT) {
            errors.resolveException(request, response, null, new BodyTooLarge());
        } else {
            chain.doFilter(new LimitedRequest(request), response);
        }
    }
}
