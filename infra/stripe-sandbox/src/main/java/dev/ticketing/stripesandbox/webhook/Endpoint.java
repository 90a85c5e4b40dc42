package dev.ticketing.stripesandbox.webhook;

import dev.ticketing.stripesandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The configured receiver of webhooks. */
@Component
class Endpoint {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SandboxSettings.Webhook settings;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Endpoint(SandboxSettings settings, Clock clock) {
        this.settings = settings.webhook();
        this.clock = clock;
    }

    /** Returns the status, or 0 without a response. */
    int send(String payload, Signature signature) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(settings.url()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe-Sandbox/1.0")
                .POST(HttpRequest.BodyPublishers.ofString(payload));
        var header = signature.of(payload, settings.secret(), clock.instant());
        if (!header.isEmpty()) {
            request.header("Stripe-Signature", header);
        }
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
