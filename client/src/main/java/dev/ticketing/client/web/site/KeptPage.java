package dev.ticketing.client.web.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A page as it was rendered, with all of its headers; but every answer has a nonce of its own.
 *
 * @param nonces where the nonce is in the body
 */
record KeptPage(int status, String type, Map<String, String> headers, byte[] body, List<Integer> nonces) {

    /** @throws NotRendered if the chain failed */
    static KeptPage render(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        var rendered = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, rendered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new NotRendered(e);
        }
        var body = rendered.getContentAsByteArray();
        var headers = new LinkedHashMap<String, String>();
        rendered.getHeaderNames().forEach(name -> headers.put(name, rendered.getHeader(name)));
        // the container keeps it apart from the other headers
        headers.put(HttpHeaders.CONTENT_LANGUAGE, rendered.getLocale().toLanguageTag());
        headers.remove(ContentSecurityPolicy.HEADER);
        var nonce = ContentSecurityPolicy.nonce(request);
        var nonces = nonces(new String(body, StandardCharsets.ISO_8859_1), nonce);
        write("-".repeat(nonce.length()), body, nonces);
        headers.put(HttpHeaders.ETAG, "\"" + DigestUtils.md5DigestAsHex(body) + "\"");
        return new KeptPage(rendered.getStatus(), rendered.getContentType(), headers, body, nonces);
    }

    private static List<Integer> nonces(String body, String nonce) {
        return Stream.iterate(body.indexOf(nonce), at -> at >= 0, at -> body.indexOf(nonce, at + 1))
                .toList();
    }

    private static void write(String nonce, byte[] body, List<Integer> places) {
        var bytes = nonce.getBytes(StandardCharsets.ISO_8859_1);
        places.forEach(place -> System.arraycopy(bytes, 0, body, place, bytes.length));
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.forEach(response::setHeader);
        if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        var own = body.clone();
        write(ContentSecurityPolicy.nonce(request), own, nonces);
        response.getOutputStream().write(own);
    }

    /** A front door that compresses makes tags weak. */
    private boolean isKnown(String tag) {
        return tag != null && tag.replaceFirst("^W/", "").equals(headers.get(HttpHeaders.ETAG));
    }

    static final class NotRendered extends RuntimeException {

        NotRendered(ServletException cause) {
            super(cause);
        }
    }
}
