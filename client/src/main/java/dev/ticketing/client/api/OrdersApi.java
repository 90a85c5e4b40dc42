package dev.ticketing.client.api;

import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.Page;
import dev.ticketing.client.api.http.Query;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient;

/** {@code /api/orders}: the visitor's own orders. */
public final class OrdersApi {

    private final RestClient http;

    OrdersApi(RestClient http) {
        this.http = http;
    }

    /** @throws ApiProblem {@code price-changed} if the ticket has changed since the visitor saw it */
    public Order place(SeenTicket ticket) {
        return Objects.requireNonNull(http.post()
                .uri("/api/orders")
                .headers(headers -> ticket.version().ifPresent(version -> headers.setIfMatch("\"" + version + "\"")))
                .body(ticket.price()
                        .map(price -> Map.of("ticketId", ticket.id(), "expectedPrice", price))
                        .orElseGet(() -> Map.of("ticketId", ticket.id())))
                .retrieve()
                .body(Order.class));
    }

    /**
     * Newest first.
     *
     * @param statuses the wanted ones; all if empty
     * @param cursor of the page; absent for the first
     */
    public Page<Order> list(Collection<String> statuses, @Nullable String cursor) {
        var wanted = new LinkedHashMap<String, @Nullable String>();
        wanted.put("status", statuses.isEmpty() ? null : String.join(",", statuses));
        wanted.put("cursor", cursor);
        return Page.of(http.get()
                .uri(uri -> Query.address(uri.path("/api/orders"), wanted))
                .retrieve()
                .toEntity(Order[].class));
    }

    /** Orders that reserve their ticket and are not complete, newest first. */
    public List<Order> open() {
        return list(Order.OPEN, null).items().stream().filter(Order::isOpen).toList();
    }

    public Order find(String id) {
        return Objects.requireNonNull(
                http.get().uri("/api/orders/{id}", id).retrieve().body(Order.class));
    }

    /** The visitor's order that has reserved or bought this ticket, if it is among the newest. */
    public Optional<Order> findFor(String ticketId) {
        return list(Order.IN_FORCE, null).items().stream()
                .filter(order -> order.isInForce() && order.ticket().id().equals(ticketId))
                .findFirst();
    }

    public void cancel(String id) {
        http.delete().uri("/api/orders/{id}", id).retrieve().toBodilessEntity();
    }
}
