package dev.ticketing.stripesandbox.paymentintent;

import dev.ticketing.stripesandbox.api.Expandable;
import dev.ticketing.stripesandbox.api.Listing;
import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Stripe's routes for PaymentIntents. */
@RestController
@RequestMapping("/v1/payment_intents")
class PaymentIntentController {

    private final PaymentIntentService intents;
    private final Listing listing;
    private final Views views;

    PaymentIntentController(PaymentIntentService intents, Listing listing, Views views) {
        this.intents = intents;
        this.listing = listing;
        this.views = views;
    }

    @Bean
    static Expandable expandablePaymentIntent() {
        return new Expandable("pi_", PaymentIntent.class);
    }

    @PostMapping
    JsonNode create(Params params) {
        return views.of(intents.create(params), params);
    }

    @GetMapping
    JsonNode list(Params params) {
        return listing.of(PaymentIntent.class, "/v1/payment_intents", params, _ -> true);
    }

    @GetMapping("/search")
    JsonNode search(Params params) {
        var query = SearchQuery.parse(params.requiredText("query"));
        var found = listing.of(PaymentIntent.class, "/v1/payment_intents/search", params, query::matches);
        found.put("object", "search_result").putNull("next_page");
        return found;
    }

    @GetMapping("/{id}")
    JsonNode retrieve(@PathVariable String id, Params params) {
        return views.of(intents.require(id, params), params);
    }

    @PostMapping("/{id}")
    JsonNode update(@PathVariable String id, Params params) {
        return views.of(intents.update(id, params), params);
    }

    @PostMapping("/{id}/confirm")
    JsonNode confirm(@PathVariable String id, Params params) {
        return views.of(intents.confirm(id, params), params);
    }

    @PostMapping("/{id}/capture")
    JsonNode capture(@PathVariable String id, Params params) {
        return views.of(intents.capture(id, params), params);
    }

    @PostMapping("/{id}/cancel")
    JsonNode cancel(@PathVariable String id, Params params) {
        return views.of(intents.cancel(id, params), params);
    }
}
