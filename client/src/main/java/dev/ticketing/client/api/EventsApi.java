package dev.ticketing.client.api;

import dev.ticketing.client.api.http.Page;
import dev.ticketing.client.api.http.Query;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

    /** Those that have not begun, soonest first, also without a ticket. */
    public Page<Event> all(String words) {
        return search(Map.of("q", words, "all", "true"));
    }

    /** The input of a seller; only the service checks it. */
    public record EventDraft(
            @Nullable String name,
            @Nullable String venue,
            @Nullable String city,
            @Nullable String country,
            @Nullable String startsAt,
            @Nullable String timeZone) {}

    /** Adds the event, or finds the one that is there. */
    public Event add(EventDraft draft) {
        return Objects.requireNonNull(
                http.post().uri("/api/events").body(draft).retrieve().body(Event.class));
    }

    public Event find(String id) {
        return Objects.requireNonNull(
                http.get().uri("/api/events/{id}", id).retrieve().body(Event.class));
    }
}
