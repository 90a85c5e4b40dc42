package dev.ticketing.tickets.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/** Makes a change conditional on the version that the client has seen; by strong comparison (RFC 9110, 13.1.1). */
record IfMatch(@Nullable List<ETag> tags) {

    /** @param header if there is none, every version matches */
    static IfMatch of(@Nullable String header) {
        return new IfMatch(header == null ? null : ETag.parse(header));
    }

    boolean allows(long version) {
        var current = ETag.create(tag(version));
        return tags == null || tags.stream().anyMatch(tag -> tag.isWildcard() || tag.compare(current, true));
    }

    /** The entity tag of a version. */
    static String tag(long version) {
        return "\"" + version + "\"";
    }
}
