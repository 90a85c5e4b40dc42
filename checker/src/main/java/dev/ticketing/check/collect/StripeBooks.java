package dev.ticketing.check.collect;

import dev.ticketing.check.evidence.Intent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger of the Stripe sandbox; Stripe itself offers none in this form. */
final class StripeBooks implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI sandbox;

    StripeBooks(URI sandbox) {
        this.sandbox = sandbox;
    }

    List<Intent> intents() {
        return read("/_sandbox/ledger")
                .at("/paymentIntents")
                .valueStream()
                .map(StripeBooks::intent)
                .toList();
    }

    private static Intent intent(JsonNode intent) {
        return new Intent(
                intent.get("id").asString(),
                intent.at("/metadata/orderId").asString(null),
                intent.get("status").asString(),
                intent.get("amount").asLong(),
                intent.get("currency").asString(),
                intent.get("amountReceived").asLong(),
                intent.get("refunded").asLong(),
                intent.get("refunds").asInt());
    }

    /** Webhooks still to be delivered. */
    long pendingWebhooks() {
        return read("/_sandbox/deliveries").get("pending").asLong();
    }

    private JsonNode read(String path) {
        var request =
                HttpRequest.newBuilder(sandbox.resolve(path)).timeout(PATIENCE).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "%s returned %d (expected: the Stripe sandbox)".formatted(request.uri(), answer.statusCode()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " does not respond: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
