package dev.ticketing.web.input;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriUtils;

/**
 * The requested part of a list, from {@code ?limit=} (1–100, default 50) and {@code ?cursor=}; 400 otherwise. A
 * parameter of a controller method. The response is a plain array; the next page, if there is one, is in {@code Link}
 * (RFC 8288).
 *
 * @param cursor sort key of the last item of the previous page, from that page's link; absent for the first page
 */
public record Paging(int limit, @Nullable String cursor) {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 100;

    /** Characters that browsers do not encode in a query (URL standard), although RFC 3986 does not allow them. */
    private static final Pattern UNENCODED = Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@%/?-]");

    /** The number of items to query: one more shows whether there is a next page. */
    public int lookAhead() {
        return limit + 1;
    }

    /** The cursor of a list sorted by id; 400 if it is not an id. */
    public @Nullable String idCursor() {
        if (cursor != null && !cursor.matches("[0-9a-f]{24}")) {
            throw new InvalidInput("cursor", "cursor must come from the link on the previous page");
        }
        return cursor;
    }

    /**
     * Returns one page.
     *
     * @param found up to {@link #lookAhead()} items
     * @param cursorOf sort key of an item
     */
    public <T, V> ResponseEntity<List<V>> answer(List<T> found, Function<T, V> view, Function<T, String> cursorOf) {
        var page = found.stream().limit(limit).map(view).toList();
        var answer = ResponseEntity.ok();
        if (found.size() > limit) {
            var next = nextPage(cursorOf.apply(found.get(limit - 1)));
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(page);
    }

    /** Relative, and so valid at every address of the suite; the query is unchanged except for the cursor. */
    private static String nextPage(String cursor) {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        var query = request.getQueryString() == null ? "" : request.getQueryString();
        var kept = Stream.of(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith("cursor="))
                .map(parameter -> UNENCODED.matcher(parameter).replaceAll(Paging::encoded));
        // first, because of several cursors the first one counts
        return request.getRequestURI() + "?"
                + Stream.concat(Stream.of("cursor=" + UriUtils.encode(cursor, StandardCharsets.UTF_8)), kept)
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(MatchResult character) {
        return "%%%02X".formatted((int) character.group().charAt(0));
    }
}
