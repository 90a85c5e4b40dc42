package dev.ticketing.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stripe, used by someone else with our key. */
record StripeApi(URI base) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The id of a PaymentIntent that holds an amount. */
    String hold(long amountMinor) {
        return post(
                        "/v1/payment_intents",
                        "amount=%d&currency=usd&capture_method=manual&confirm=true&payment_method=pm_card_visa&payment_method_types[]=card"
                                .formatted(amountMinor))
                .get("id")
                .asString();
    }

    void cancel(String intentId) {
        post("/v1/payment_intents/" + intentId + "/cancel", "");
    }

    private JsonNode post(String path, String form) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer sk_test_sandbox")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answered " + answer.body());
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
