package dev.ticketing.client.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.client.RestClient;

/** {@code /api/orders}: the visitor's own. */
public final class OrdersApi {

    private final RestClient http;

    OrdersApi(RestClient http) {
        this.http = http;
    }

    public Order place(String ticketId) {
        return http.post()
                .uri("/api/orders")
                .body(Map.of("ticketId", ticketId))
                .retrieve()
                .body(Order.class);
    }

    /**
     * Newest first.
     *
     * @param statuses of which they have one; all orders if there are none
     * @param cursor of the page, or {@code null} for the first
     */
    public Page<Order> list(Collection<String> statuses, String cursor) {
        var wanted = new LinkedHashMap<String, String>();
        wanted.put("status", statuses.isEmpty() ? null : String.join(",", statuses));
        wanted.put("cursor", cursor);
        return Page.of(http.get()
                .uri(uri -> Query.address(uri.path("/api/orders"), wanted))
                .retrieve()
                .toEntity(Order[].class));
    }

    public Order find(String id) {
        return http.get().uri("/api/orders/{id}", id).retrieve().body(Order.class);
    }

    /** The visitor's order that holds this ticket now, looked for among the newest. */
    public Optional<Order> findOpenFor(String ticketId) {
        return list(Order.OPEN, null).items().stream()
                .filter(order -> order.isOpen() && order.ticket().id().equals(ticketId))
                .findFirst();
    }

    public void cancel(String id) {
        http.delete().uri("/api/orders/{id}", id).retrieve().toBodilessEntity();
    }
}
