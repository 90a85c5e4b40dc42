package dev.ticketing.testing.contract;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Replaces a response that the OpenAPI document does not allow by a 500 that says why. */
public final class ContractFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(ContractFilter.class);
    private static final ApiContract CONTRACT = ApiContract.committed();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        var violations = violations(request, kept);
        if (!violations.isEmpty()) {
            log.error("{}", violations);
            kept.resetBuffer();
            kept.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.value());
            kept.setContentType(MediaType.TEXT_PLAIN_VALUE);
            kept.getOutputStream().write(String.join("\n", violations).getBytes(StandardCharsets.UTF_8));
        }
        kept.copyBodyToResponse();
    }

    private static List<String> violations(HttpServletRequest request, ContentCachingResponseWrapper response) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var isUndescribed = pattern == null
                || request.getMethod().equals("HEAD")
                || response.getStatus() == HttpStatus.NOT_MODIFIED.value();
        if (isUndescribed) {
            return List.of();
        }
        var type = String.valueOf(response.getContentType()).split(";", 2)[0];
        return CONTRACT.violations(
                request.getMethod(), pattern.toString(), response.getStatus(), type, response.getContentAsByteArray());
    }
}
