package dev.ticketing.client.api;

import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.Page;
import dev.ticketing.client.api.http.Query;
import dev.ticketing.client.api.selling.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/tickets}. */
public final class TicketsApi {

    private final RestClient http;

    TicketsApi(RestClient http) {
        this.http = http;
    }

    /**
     * The list as it is now; pages have a cache of their own.
     *
     * @param wanted query parameters; those with the value {@code null} are omitted
     */
    public Page<Ticket> search(Map<String, String> wanted) {
        return page("/api/tickets", wanted, CacheControl.noCache());
    }

    /**
     * The visitor's own tickets, newest first.
     *
     * @param status the wanted one; absent for all
     * @param cursor of the page; absent for the first
     */
    public Page<Ticket> selling(@Nullable String status, @Nullable String cursor) {
        var wanted = new LinkedHashMap<String, @Nullable String>();
        wanted.put("status", status);
        wanted.put("cursor", cursor);
        return page("/api/tickets/mine", wanted, CacheControl.empty());
    }

    /** The totals of the visitor's own tickets, by status and currency. Combinations without tickets are omitted. */
    public List<TicketTotal> sellingTotals() {
        return List.of(http.get().uri("/api/tickets/mine/totals").retrieve().body(TicketTotal[].class));
    }

    private Page<Ticket> page(String path, Map<String, @Nullable String> wanted, CacheControl cacheControl) {
        return Page.of(http.get()
                .uri(uri -> Query.address(uri.path(path), wanted))
                .headers(headers -> headers.setCacheControl(cacheControl))
                .retrieve()
                .toEntity(Ticket[].class));
    }

    public Ticket find(String id) {
        return Objects.requireNonNull(
                http.get().uri("/api/tickets/{id}", id).retrieve().body(Ticket.class));
    }

    public Ticket list(Draft draft) {
        return Objects.requireNonNull(
                http.post().uri("/api/tickets").body(draft.listing()).retrieve().body(Ticket.class));
    }

    /**
     * @param version that the seller has seen; absent to change any version
     * @throws ApiProblem 412 {@code ticket-changed} if the ticket has another version
     */
    public Ticket change(String id, @Nullable Long version, Draft draft) {
        return Objects.requireNonNull(http.put()
                .uri("/api/tickets/{id}", id)
                .headers(headers -> require(version, headers))
                .body(JsonMapper.shared().<JsonNode>valueToTree(draft.change())) // with its nulls
                .retrieve()
                .body(Ticket.class));
    }

    /** See {@link #change}. */
    public void withdraw(String id, @Nullable Long version) {
        http.delete()
                .uri("/api/tickets/{id}", id)
                .headers(headers -> require(version, headers))
                .retrieve()
                .toBodilessEntity();
    }

    private static void require(@Nullable Long version, HttpHeaders headers) {
        if (version != null) {
            headers.setIfMatch("\"" + version + "\"");
        }
    }
}
