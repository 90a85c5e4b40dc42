package dev.ticketing.client.api;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;

/** {@code /api/tickets}. */
public final class TicketsApi {

    private final RestClient http;

    TicketsApi(RestClient http) {
        this.http = http;
    }

    /** @param wanted query parameters; those that are {@code null} are left out */
    public Page<Ticket> search(Map<String, String> wanted) {
        return Page.of(http.get()
                .uri(uri -> withQuery(uri.path("/api/tickets"), wanted))
                .retrieve()
                .toEntity(Ticket[].class));
    }

    private static URI withQuery(UriBuilder uri, Map<String, String> wanted) {
        var given = new LinkedHashMap<>(wanted);
        given.values().removeIf(value -> value == null);
        given.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.build(given);
    }

    public Ticket find(String id) {
        return http.get().uri("/api/tickets/{id}", id).retrieve().body(Ticket.class);
    }

    /** What a seller writes; checked by the service alone. */
    public record Draft(String title, String price, String currency) {}

    public Ticket list(Draft draft) {
        return http.post().uri("/api/tickets").body(draft).retrieve().body(Ticket.class);
    }

    public Ticket change(String id, Draft draft) {
        return http.put().uri("/api/tickets/{id}", id).body(draft).retrieve().body(Ticket.class);
    }

    public void withdraw(String id) {
        http.delete().uri("/api/tickets/{id}", id).retrieve().toBodilessEntity();
    }
}
