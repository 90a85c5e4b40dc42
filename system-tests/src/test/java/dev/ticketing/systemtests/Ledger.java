package dev.ticketing.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger of the Stripe sandbox. */
public record Ledger(URI sandbox) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One PaymentIntent; amounts in minor units. */
    public record Intent(String id, String status, long amount, long netCaptured) {}

    /** All PaymentIntents ever created for an order. */
    public List<Intent> intentsOf(String orderId) {
        return read("/_sandbox/ledger")
                .at("/paymentIntents")
                .valueStream()
                .filter(intent -> intent.at("/metadata/orderId").asString().equals(orderId))
                .map(intent -> new Intent(
                        intent.get("id").asString(),
                        intent.get("status").asString(),
                        intent.get("amount").asLong(),
                        intent.get("netCaptured").asLong()))
                .toList();
    }

    /** The charges to the buyer of an order, minus refunds. */
    public long netCaptured(String orderId) {
        return intentsOf(orderId).stream().mapToLong(Intent::netCaptured).sum();
    }

    /** The statuses of the payments service's latest responses to webhooks. */
    List<Integer> webhookAnswers() {
        return read("/_sandbox/deliveries")
                .at("/attempts")
                .valueStream()
                .map(attempt -> attempt.get("status").asInt())
                .toList();
    }

    private JsonNode read(String path) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(sandbox.resolve(path)).build();
            return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
