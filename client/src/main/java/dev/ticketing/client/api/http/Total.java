package dev.ticketing.client.api.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of search results, from the {@code X-Total-Count} of a service.
 *
 * @param isMore whether there are more than were counted
 */
public record Total(long count, boolean isMore) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(\\+?)");

    /** @return nothing if the header is missing or has another form */
    static @Nullable Total of(@Nullable String header) {
        var written = WRITTEN.matcher(header == null ? "" : header);
        return written.matches()
                ? new Total(Long.parseLong(written.group(1)), !written.group(2).isEmpty())
                : null;
    }
}
