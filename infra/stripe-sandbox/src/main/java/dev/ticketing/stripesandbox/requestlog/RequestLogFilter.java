package dev.ticketing.stripesandbox.requestlog;

import dev.ticketing.stripesandbox.api.SandboxHeaderFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Logs every call of the API after its end; a dropped one has the status 200 that no client received. */
public final class RequestLogFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RequestLogFilter.class);

    private final RequestLog requests;

    public RequestLogFilter(RequestLog requests) {
        this.requests = requests;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var start = Instant.now();
        try {
            chain.doFilter(request, response);
        } finally {
            note(request, response, start);
        }
    }

    private void note(HttpServletRequest request, HttpServletResponse response, Instant start) {
        var call = new RequestLog.Call(
                start,
                (String) request.getAttribute(SandboxHeaderFilter.REQUEST_ID),
                request.getMethod(),
                request.getRequestURI(),
                request.getHeader("Idempotency-Key"),
                response.getHeader("Idempotent-Replayed") != null,
                response.getStatus(),
                Duration.between(start, Instant.now()).toMillis());
        requests.add(call);
        log.info(
                "sandbox=stripe method={} path={} key={} status={} millis={}",
                call.method(),
                call.path(),
                call.idempotencyKey(),
                call.status(),
                call.millis());
    }
}
