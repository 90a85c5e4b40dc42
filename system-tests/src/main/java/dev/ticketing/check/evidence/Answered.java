package dev.ticketing.check.evidence;

import java.time.Instant;

/**
 * What a client asked for and was answered.
 *
 * @param userId who asked; {@code null} if that is not known
 * @param subjectId id that the request names: the ticket to be ordered, the order to be paid, the last part of the path
 * @param status 0 when there was no answer
 * @param id of what was made, or {@code null}
 * @param answer the body without what differs from one moment to the next
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

    /** The front door knows of no value but the empty text. */
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

    /** Whether the client cannot know what has become of it. */
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
