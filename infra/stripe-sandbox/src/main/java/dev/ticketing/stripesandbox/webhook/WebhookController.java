package dev.ticketing.stripesandbox.webhook;

import dev.ticketing.stripesandbox.SandboxSettings;
import dev.ticketing.stripesandbox.api.StripeError;
import dev.ticketing.stripesandbox.event.Event;
import dev.ticketing.stripesandbox.store.Json;
import dev.ticketing.stripesandbox.store.Store;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Configures faults of the webhooks, sends an event again, and shows the deliveries. */
@RestController
@RequestMapping("/_sandbox")
class WebhookController {

    private final Store store;
    private final WebhookFaults faults;
    private final DeliveryLog deliveries;
    private final Endpoint endpoint;
    private final SandboxSettings settings;

    WebhookController(
            Store store, WebhookFaults faults, DeliveryLog deliveries, Endpoint endpoint, SandboxSettings settings) {
        this.store = store;
        this.faults = faults;
        this.deliveries = deliveries;
        this.endpoint = endpoint;
        this.settings = settings;
    }

    @PostMapping("/webhooks")
    WebhookFaults.Settings set(@RequestBody WebhookFaults.Settings wanted) {
        return faults.set(wanted);
    }

    @GetMapping("/webhooks")
    WebhookFaults.Settings faults() {
        return faults.get();
    }

    @DeleteMapping("/webhooks")
    WebhookFaults.Settings clear() {
        faults.clear();
        return faults.get();
    }

    /** The deliveries, newest first, and the number of pending ones. */
    record Sent(int pending, List<DeliveryLog.Attempt> attempts) {}

    @GetMapping("/deliveries")
    Sent deliveries() {
        return new Sent(store.size(Delivery.class), deliveries.all());
    }

    /**
     * Sends it once, at once, and returns the endpoint's status; {@code signature}: valid, stale, forged or missing.
     */
    @PostMapping("/events/{id}/resend")
    Map<String, Integer> resend(@PathVariable String id, @RequestParam(defaultValue = "valid") String signature)
            throws InterruptedException {
        if (!settings.webhook().isSet()) {
            throw StripeError.refused("No webhook endpoint (expected: STRIPE_WEBHOOK_URL).");
        }
        var event = store.find(Event.class, id).orElseThrow(() -> StripeError.noSuch("event", id, "id"));
        var status = endpoint.send(Json.MAPPER.writeValueAsString(event), signature(signature));
        return Map.of("status", status);
    }

    private static Signature signature(String name) {
        return switch (name) {
            case "valid" -> Signature.VALID;
            case "stale" -> Signature.STALE;
            case "forged" -> Signature.FORGED;
            case "missing" -> Signature.MISSING;
            default ->
                throw StripeError.invalid(
                        "Invalid signature: " + name + " (expected: valid, stale, forged or missing)", "signature");
        };
    }
}
