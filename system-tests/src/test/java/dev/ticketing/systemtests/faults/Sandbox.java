package dev.ticketing.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Stripe sandbox and its faults; closing this clears them. */
public record Sandbox(URI base) implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Sandbox at(int port) {
        return new Sandbox(URI.create("http://localhost:" + port));
    }

    /** @param fault in the format of the sandbox's README */
    public Sandbox fault(String fault) {
        send("POST", "/_sandbox/faults", fault);
        return this;
    }

    /** @param fault in the format of the sandbox's README */
    Sandbox webhooks(String fault) {
        send("POST", "/_sandbox/webhooks", fault);
        return this;
    }

    /** The number of ordered faults that have not happened yet. */
    public int faultsLeft() {
        return send("GET", "/_sandbox/faults", "")
                .valueStream()
                .mapToInt(fault -> fault.path("times").asInt(1))
                .sum();
    }

    /** The latest events of Stripe, sent or not. */
    List<String> events() {
        return send("GET", "/v1/events?limit=100", "")
                .get("data")
                .valueStream()
                .map(event -> event.get("id").asString())
                .toList();
    }

    /**
     * Sends an event once more.
     *
     * @param signature {@code valid}, {@code stale}, {@code forged} or {@code missing}
     * @return the status of the response
     */
    int resend(String eventId, String signature) {
        return send("POST", "/_sandbox/events/" + eventId + "/resend?signature=" + signature, "")
                .get("status")
                .asInt();
    }

    @Override
    public void close() {
        send("DELETE", "/_sandbox/faults", "");
        send("DELETE", "/_sandbox/webhooks", "");
    }

    private JsonNode send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer sk_test_sandbox")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(
                        "%s %s answered %d: %s".formatted(method, path, answer.statusCode(), answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
