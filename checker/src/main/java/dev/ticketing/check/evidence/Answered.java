package dev.ticketing.check.evidence;

import java.time.Instant;

/**
 * A request of a client and its response.
 *
 * @param userId the user; {@code null} if unknown
 * @param subjectId id in the request: the ticket to order, the order to pay, the last part of the path
 * @param status 0 without a response
 * @param id of the created document, or {@code null}
 * @param answer the body without parts that change from one moment to the next
 * @param idempotencyKey or {@code null}
 */
public record Answered(
        Instant at,
        String userId,
        String method,
        String path,
        String subjectId,
        String request,
        int status,
        String id,
        String answer,
        String idempotencyKey) {

    /** The front door has only the empty string for a missing value. */
    public Answered {
        subjectId = nullIfEmpty(subjectId);
        id = nullIfEmpty(id);
    }

    private static String nullIfEmpty(String text) {
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

    public boolean asksBelow(String method, String path) {
        return this.method.equals(method) && this.path.startsWith(path);
    }
}
