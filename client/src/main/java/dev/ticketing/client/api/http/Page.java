package dev.ticketing.client.api.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Part of a list.
 *
 * @param next cursor of the next part, from the {@code Link} header (RFC 8288); absent if this is the last
 * @param total of all parts; absent if it was not counted
 */
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable Total total) {

    private static final String TOTAL = "X-Total-Count";

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?");

    public static <T> Page<T> empty() {
        return new Page<>(List.of(), null, null);
    }

    public static <T> Page<T> of(ResponseEntity<T[]> answer) {
        var items = answer.getBody() == null ? List.<T>of() : List.of(answer.getBody());
        return new Page<>(
                items, next(answer.getHeaders()), Total.of(answer.getHeaders().getFirst(TOTAL)));
    }

    static @Nullable String next(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.LINK).stream()
                .flatMap(link -> NEXT.matcher(link).results())
                .map(link -> link.group(1))
                .flatMap(address -> Stream.ofNullable(cursor(address)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String cursor(String address) {
        var cursor = UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .getFirst("cursor");
        return cursor == null ? null : UriUtils.decode(cursor, StandardCharsets.UTF_8);
    }
}
