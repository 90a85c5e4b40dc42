package dev.ticketing.stripesandbox.charge;

import dev.ticketing.stripesandbox.api.Expandable;
import dev.ticketing.stripesandbox.api.Listing;
import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.StripeError;
import dev.ticketing.stripesandbox.api.Views;
import dev.ticketing.stripesandbox.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Reads charges. */
@RestController
@RequestMapping("/v1/charges")
class ChargeController {

    private final Store store;
    private final Listing listing;
    private final Views views;

    ChargeController(Store store, Listing listing, Views views) {
        this.store = store;
        this.listing = listing;
        this.views = views;
    }

    @Bean
    static Expandable expandableCharge() {
        return new Expandable("ch_", Charge.class);
    }

    @GetMapping
    JsonNode list(Params params) {
        var intent = params.text("payment_intent");
        return listing.of(
                Charge.class,
                "/v1/charges",
                params,
                charge -> intent.map(charge.paymentIntent()::equals).orElse(true));
    }

    @GetMapping("/{id}")
    JsonNode retrieve(@PathVariable String id, Params params) {
        var charge = store.find(Charge.class, id).orElseThrow(() -> StripeError.noSuch("charge", id, "id"));
        return views.of(charge, params);
    }
}
