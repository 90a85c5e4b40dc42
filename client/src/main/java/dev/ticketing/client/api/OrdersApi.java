package dev.ticketing.client.api;

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

    /** @param cursor of the page, or {@code null} for the first */
    public Page<Order> list(String cursor) {
        return Page.of(http.get()
                .uri(uri -> cursor == null
                        ? uri.path("/api/orders").build()
                        : uri.path("/api/orders")
                                .queryParam("cursor", "{cursor}")
                                .build(cursor))
                .retrieve()
                .toEntity(Order[].class));
    }

    public Order find(String id) {
        return http.get().uri("/api/orders/{id}", id).retrieve().body(Order.class);
    }

    /** The visitor's order that holds this ticket now, looked for among the newest. */
    public Optional<Order> findOpenFor(String ticketId) {
        return list(null).items().stream()
                .filter(order -> order.isOpen() && order.ticket().id().equals(ticketId))
                .findFirst();
    }

    public void cancel(String id) {
        http.delete().uri("/api/orders/{id}", id).retrieve().toBodilessEntity();
    }
}
