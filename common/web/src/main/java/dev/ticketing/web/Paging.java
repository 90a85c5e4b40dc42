package dev.ticketing.web;

import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Which part of a list is asked for, by {@code ?limit=} (1–100, default 50) and {@code ?cursor=}; 400 otherwise. A parameter of a
 * controller method. The answer is a plain array; the next page, if there is one, is in {@code Link} (RFC 8288).
 *
 * @param cursor sort key of the last item of the page before, as that page's link gave it; {@code null} for the first page
 */
public record Paging(int limit, String cursor) {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 100;

    /** How many items to look for: one more tells whether there is a next page. */
    public int lookAhead() {
        return limit + 1;
    }

    /** The cursor of a list sorted by id; 400 if it is none. */
    public String idCursor() {
        if (cursor != null && !cursor.matches("[0-9a-f]{24}")) {
            throw new InvalidInput("cursor", "cursor must come from the link of the page before");
        }
        return cursor;
    }

    /**
     * Answers with one page.
     *
     * @param found up to {@link #lookAhead()} items
     * @param cursorOf sort key of an item
     */
    public <T, V> ResponseEntity<List<V>> answer(List<T> found, Function<T, V> view, Function<T, String> cursorOf) {
        var page = found.stream().limit(limit).map(view).toList();
        var answer = ResponseEntity.ok();
        if (found.size() > limit) {
            var next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("cursor", cursorOf.apply(found.get(limit - 1)))
                    .encode()
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(page);
    }
}
