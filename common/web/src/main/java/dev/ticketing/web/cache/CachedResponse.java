package dev.ticketing.web.cache;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** A complete response with its headers. */
public record CachedResponse(int status, String type, Map<String, List<String>> headers, byte[] body) {

    /**
     * Calls the rest of the chain without the conditions of the request, so that the response has its body.
     *
     * @throws ChainFailed if the chain throws a {@code ServletException}
     */
    public static CachedResponse make(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        var made = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(new Unconditional(request), made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new ChainFailed(e);
        }
        var body = made.getContentAsByteArray();
        var headers = new LinkedHashMap<String, List<String>>();
        made.getHeaderNames().forEach(name -> headers.put(name, List.copyOf(made.getHeaders(name))));
        headers.computeIfAbsent(HttpHeaders.ETAG, tag -> List.of("\"" + DigestUtils.md5DigestAsHex(body) + "\""));
        return new CachedResponse(made.getStatus(), made.getContentType(), headers, body);
    }

    /** Adds the language, which the container keeps apart from the other headers. */
    public CachedResponse in(Locale language) {
        var more = new LinkedHashMap<>(headers);
        more.put(HttpHeaders.CONTENT_LANGUAGE, List.of(language.toLanguageTag()));
        return new CachedResponse(status, type, more, body);
    }

    public boolean isOk() {
        return status == HttpServletResponse.SC_OK;
    }

    /** Sends the response, or 304 to a client with the same {@code ETag}. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.forEach((name, values) -> write(name, values, response));
        var tag = Objects.requireNonNull(headers.get(HttpHeaders.ETAG)).getFirst();
        if (isOk() && new ServletWebRequest(request, response).checkNotModified(tag)) {
            return;
        }
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Replaces earlier values; a header such as {@code Set-Cookie} has several. */
    private static void write(String name, List<String> values, HttpServletResponse response) {
        response.setHeader(name, values.getFirst());
        values.stream().skip(1).forEach(value -> response.addHeader(name, value));
    }

    /** A request for the complete response. */
    private static final class Unconditional extends HttpServletRequestWrapper {

        Unconditional(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isCondition(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isCondition(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        private static boolean isCondition(String name) {
            return name.equalsIgnoreCase(HttpHeaders.IF_NONE_MATCH)
                    || name.equalsIgnoreCase(HttpHeaders.IF_MODIFIED_SINCE);
        }
    }

    /** Carries an exception of the chain through the cache. */
    public static final class ChainFailed extends RuntimeException {

        ChainFailed(ServletException cause) {
            super(cause);
        }
    }
}
