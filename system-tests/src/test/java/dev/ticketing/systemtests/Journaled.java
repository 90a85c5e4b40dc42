package dev.ticketing.systemtests;

import dev.ticketing.check.collect.AnswerJournal;
import dev.ticketing.check.evidence.Answered;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Records changing requests and their responses, for the checker of the invariants. */
final class Journaled {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> MOMENTARY = List.of("serverTime", "traceId");

    private Journaled() {}

    static Answer answer(
            AnswerJournal journal,
            String userId,
            HttpRequest request,
            String body,
            Function<HttpRequest, Answer> send) {
        if (request.method().equals("GET") || request.uri().getPath().startsWith("/api/users/")) {
            return send.apply(request);
        }
        try {
            var answer = send.apply(request);
            journal.add(noted(userId, request, body, answer.status(), answer.body()));
            return answer;
        } catch (RuntimeException e) {
            journal.add(noted(userId, request, body, 0, ""));
            throw e;
        }
    }

    private static Answered noted(String userId, HttpRequest request, String body, int status, String answer) {
        var json = parsed(answer);
        var success = status / 100 == 2;
        return new Answered(
                Instant.now(),
                userId,
                request.method(),
                request.uri().getPath(),
                subject(request, parsed(body)),
                body,
                status,
                success ? json.path("id").asString(null) : null,
                json.toString(),
                request.headers().firstValue("Idempotency-Key").orElse(null));
    }

    /** The subject named in the body, else the last part of the path. */
    private static String subject(HttpRequest request, JsonNode body) {
        var path = request.uri().getPath();
        var inPath = path.substring(path.lastIndexOf('/') + 1);
        return body.path("ticketId").asString(body.path("orderId").asString(inPath));
    }

    private static JsonNode parsed(String body) {
        try {
            var json = body == null || body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
            if (json instanceof ObjectNode object) {
                object.remove(MOMENTARY);
            }
            return json;
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
