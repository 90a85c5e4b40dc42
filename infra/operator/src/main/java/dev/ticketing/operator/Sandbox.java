package dev.ticketing.operator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The requests to the Stripe sandbox about an order, and its webhooks; the sandbox keeps the latest few thousand. */
final class Sandbox {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Sandbox(URI address) {
        this.address = address;
    }

    /** @throws IllegalStateException if there is no sandbox */
    List<Moment> moments(String orderId, List<String> paymentIds) {
        var intents = intents(orderId);
        return Stream.concat(calls(orderId, paymentIds, intents), webhooks(intents))
                .toList();
    }

    private Set<String> intents(String orderId) {
        return read("/_sandbox/ledger")
                .path("paymentIntents")
                .valueStream()
                .filter(intent -> intent.at("/metadata/orderId").asString("").equals(orderId))
                .map(intent -> intent.path("id").asString())
                .collect(Collectors.toSet());
    }

    private Stream<Moment> calls(String orderId, List<String> paymentIds, Set<String> intents) {
        var ids = Stream.of(Stream.of(orderId), paymentIds.stream(), intents.stream())
                .flatMap(all -> all)
                .toList();
        return read("/_sandbox/requests")
                .valueStream()
                .filter(call -> {
                    var about = call.path("path").asString("")
                            + call.path("idempotencyKey").asString("");
                    return ids.stream().anyMatch(about::contains);
                })
                .map(Sandbox::call);
    }

    private static Moment call(JsonNode call) {
        return new Moment(
                Instant.parse(call.path("at").asString()),
                "Stripe",
                call.path("method").asString() + " " + call.path("path").asString(),
                "",
                "%s after %s ms, %s%s"
                        .formatted(
                                call.path("status"),
                                call.path("millis"),
                                call.path("idempotencyKey").asString("without a key"),
                                call.path("replayed").asBoolean(false) ? ", answered before" : ""));
    }

    private Stream<Moment> webhooks(Set<String> intents) {
        var events = read("/v1/events?limit=100")
                .path("data")
                .valueStream()
                .filter(event -> intents.contains(event.at("/data/object/id").asString(""))
                        || intents.contains(
                                event.at("/data/object/payment_intent").asString("")))
                .collect(Collectors.toMap(event -> event.path("id").asString(), event -> event, (one, same) -> one));
        return read("/_sandbox/deliveries")
                .path("attempts")
                .valueStream()
                .filter(attempt -> events.containsKey(attempt.path("event").asString("")))
                .map(Sandbox::webhook);
    }

    private static Moment webhook(JsonNode attempt) {
        return new Moment(
                Instant.parse(attempt.path("at").asString()),
                "webhook",
                attempt.path("type").asString(),
                "",
                "%s at attempt %s, %s"
                        .formatted(
                                attempt.path("status"),
                                attempt.path("attempt"),
                                attempt.path("event").asString()));
    }

    private JsonNode read(String path) {
        try {
            var request = HttpRequest.newBuilder(address.resolve(path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer sk_test_sandbox")
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "no Stripe sandbox at %s: %s returned %d".formatted(address, path, answer.statusCode()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException("no Stripe sandbox at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
