package dev.ticketing.stripesandbox.event;

import dev.ticketing.stripesandbox.api.Listing;
import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.StripeError;
import dev.ticketing.stripesandbox.api.Views;
import dev.ticketing.stripesandbox.store.Store;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Past events. */
@RestController
@RequestMapping("/v1/events")
class EventController {

    private final Store store;
    private final Listing listing;
    private final Views views;

    EventController(Store store, Listing listing, Views views) {
        this.store = store;
        this.listing = listing;
        this.views = views;
    }

    @GetMapping
    JsonNode list(Params params) {
        var type = params.text("type");
        var types = params.list("types");
        return listing.of(
                Event.class,
                "/v1/events",
                params,
                event -> type.map(event.type()::equals).orElse(true)
                        && (types.isEmpty() || types.contains(event.type())));
    }

    @GetMapping("/{id}")
    JsonNode retrieve(@PathVariable String id, Params params) {
        var event = store.find(Event.class, id).orElseThrow(() -> StripeError.noSuch("event", id, "id"));
        return views.of(event, params);
    }
}
