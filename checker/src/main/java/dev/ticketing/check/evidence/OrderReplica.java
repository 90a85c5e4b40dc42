package dev.ticketing.check.evidence;

import java.time.Instant;

/** The replica of an order in payments-service. */
public record OrderReplica(
        String id,
        String userId,
        Order.Status status,
        long priceMinor,
        String currency,
        Instant expiresAt,
        long version) {

    public static OrderReplica of(Order order) {
        return new OrderReplica(
                order.id(),
                order.userId(),
                order.status(),
                order.priceMinor(),
                order.currency(),
                order.expiresAt(),
                order.version());
    }
}
