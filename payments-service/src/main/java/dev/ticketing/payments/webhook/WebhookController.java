package dev.ticketing.payments.webhook;

import dev.ticketing.payments.stripe.webhook.InvalidWebhook;
import dev.ticketing.payments.stripe.webhook.WebhookReader;
import dev.ticketing.web.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Receives Stripe's events; requires a signature instead of a session. */
@RestController
class WebhookController {

    private final WebhookReader reader;
    private final Inbox inbox;

    WebhookController(WebhookReader reader, Inbox inbox) {
        this.reader = reader;
        this.inbox = inbox;
    }

    @PostMapping("/api/payments/webhook")
    Map<String, Boolean> receive(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature) {
        var payload = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        inbox.receive(reader.read(payload, signature));
        return Map.of("received", true);
    }

    @ExceptionHandler
    ProblemDetail on(InvalidWebhook e) {
        return Problems.of(HttpStatus.BAD_REQUEST, "invalid-webhook", e.getMessage());
    }
}
