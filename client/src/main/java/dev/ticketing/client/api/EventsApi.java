package dev.ticketing.client.api;

import dev.ticketing.client.api.http.Page;
import dev.ticketing.client.api.http.Query;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.client.RestClient;

/** Events in tickets-service. */
public final class EventsApi {

    private final RestClient http;

    EventsApi(RestClient http) {
        this.http = http;
    }

    /** Those that have tickets for sale, soonest first. */
    public Page<Event> search(Map<String, String> wanted) {
        return Page.of(http.get()
                .uri(uri -> Query.address(uri.path("/api/events"), wanted))
                .retrieve()
                .toEntity(Event[].class));
    }

    public Event find(String id) {
        return Objects.requireNonNull(
                http.get().uri("/api/events/{id}", id).retrieve().body(Event.class));
    }
}
