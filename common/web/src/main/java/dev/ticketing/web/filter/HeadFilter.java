package dev.ticketing.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses heads that no route supports, in the same way in every application: invalid hosts (400), addresses in another
 * spelling than a route's (404), long queries (414), long headers (431), which are mostly cookies, and bodies of an
 * unsupported type (415).
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 300)
public final class HeadFilter extends OncePerRequestFilter {

    /**
     * Responses repeat a query, at most three times as long; {@code server.*.max-http-response-header-size} allows for
     * it.
     */
    public static final int LONGEST_QUERY = 4 * 1024;

    private static final int LONGEST_HEADERS = 8 * 1024;
    private static final int SEPARATORS = 4;

    /** What {@link HttpServletRequest#getServerName} may return; it is {@code null} for a Host that Jetty cannot read. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[?[0-9A-Fa-f:.]{2,45}]?");

    /** No path parameter, space or percent-encoding. */
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/._~@-]*");

    private final HandlerExceptionResolver errors;
    private final Uploads uploads;
    private final String wayOut;

    /** @param wayOut the path where a browser with too many cookies clears them; empty if there is none */
    public HeadFilter(HandlerExceptionResolver errors, Uploads uploads, String wayOut) {
        this.errors = errors;
        this.uploads = uploads;
        this.wayOut = wayOut;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refused = refused(request);
        if (refused.isPresent()) {
            errors.resolveException(request, response, null, refused.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<RefusedRequest> refused(HttpServletRequest request) {
        var host = request.getServerName();
        if (host == null || !HOST.matcher(host).matches()) {
            return refused(HttpStatus.BAD_REQUEST, "bad-host", "The Host header is not a host name.");
        }
        var path = request.getRequestURI();
        if (!PATH.matcher(path).matches() || path.contains("//")) {
            return refused(HttpStatus.NOT_FOUND, "not-found", "Nothing exists at this address.");
        }
        if (request.getQueryString() != null && request.getQueryString().length() > LONGEST_QUERY) {
            return refused(HttpStatus.URI_TOO_LONG, "query-too-long", "The query is longer than 4 KiB.");
        }
        if (headers(request) > LONGEST_HEADERS && !path.equals(wayOut)) {
            return refused(
                    HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "headers-too-large",
                    "The headers, cookies among them, are larger than 8 KiB.");
        }
        return isReadable(request.getContentType(), uploads.accept(request))
                ? Optional.empty()
                : refused(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-media-type",
                        "This Content-Type is not supported.");
    }

    /** Only uploads have parts, and the binding of another form would fail on them. */
    private static boolean isReadable(String type, boolean mayHaveParts) {
        try {
            return type == null || type.isEmpty() || isReadable(MediaType.parseMediaType(type), mayHaveParts);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean isReadable(MediaType type, boolean mayHaveParts) {
        return type.isConcrete() && (mayHaveParts || !type.getType().equalsIgnoreCase("multipart"));
    }

    private static Optional<RefusedRequest> refused(HttpStatus status, String code, String detail) {
        return Optional.of(new RefusedRequest(status, code, detail));
    }

    private static int headers(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .distinct()
                .flatMap(name -> Collections.list(request.getHeaders(name)).stream()
                        .map(value -> name.length() + value.length() + SEPARATORS))
                .mapToInt(Integer::intValue)
                .sum();
    }
}
