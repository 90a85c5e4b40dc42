package dev.ticketing.check.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request of a client and its response.
 *
 * @param userId the user, if known
 * @param subjectId id in the request: the ticket to order, the order to pay, the last part of the path
 * @param status 0 without a response
 * @param id of the created document
 * @param answer the body without parts that change from one moment to the next
 * @param idempotencyKey if the request had one
 */
public record Answered(
        Instant at,
        @Nullable String userId,
        String method,
        String path,
        @Nullable String subjectId,
        String request,
        int status,
        @Nullable String id,
        String answer,
        @Nullable String idempotencyKey) {

    /** The front door has only the empty string for a missing value. */
    public Answered {
        subjectId = nullIfEmpty(subjectId);
        id = nullIfEmpty(id);
    }

    private static @Nullable String nullIfEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public boolean isRefusal() {
        return status / 100 == 4;
    }

    /** Whether the client cannot know the outcome. */
    public boolean isUncertain() {
        return !isSuccess() && !isRefusal();
    }

    public boolean asks(String method, String path) {
        return this.method.equals(method) && this.path.equals(path);
    }

    /** Of one thing below the path, and not of a part of that thing. */
    public boolean asksBelow(String method, String path) {
        return this.method.equals(method) && this.path.startsWith(path) && this.path.indexOf('/', path.length()) < 0;
    }
}
