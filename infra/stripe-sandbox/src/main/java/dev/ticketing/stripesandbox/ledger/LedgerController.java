package dev.ticketing.stripesandbox.ledger;

import dev.ticketing.stripesandbox.SandboxReset;
import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.Views;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The ledger, Stripe's balance computed from it, and the route that deletes everything. */
@RestController
class LedgerController {

    private final Ledger ledger;
    private final Views views;
    private final ApplicationEventPublisher publisher;

    LedgerController(Ledger ledger, Views views, ApplicationEventPublisher publisher) {
        this.ledger = ledger;
        this.views = views;
        this.publisher = publisher;
    }

    @GetMapping("/_sandbox/ledger")
    Ledger.Sheet ledger() {
        return ledger.sheet();
    }

    @PostMapping("/_sandbox/reset")
    Ledger.Sheet reset() {
        publisher.publishEvent(new SandboxReset());
        return ledger.sheet();
    }

    /** Stripe's format; the sandbox takes no fees and makes everything available at once. */
    @GetMapping("/v1/balance")
    JsonNode balance(Params params) {
        var available = ledger.balance().entrySet().stream()
                .map(entry -> funds(entry.getKey(), entry.getValue()))
                .toList();
        var balance = Map.of("object", "balance", "livemode", false, "available", available, "pending", List.of());
        return views.of(balance, params);
    }

    private static Map<String, Object> funds(String currency, long amount) {
        return Map.of("amount", amount, "currency", currency, "source_types", Map.of("card", amount));
    }
}
