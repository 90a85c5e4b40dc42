package dev.ticketing.systemtests.faults;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.StreamEvent;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** How long after the deadlines of some orders something happened, in milliseconds, sorted; negative is before. */
record Deadlines(List<Long> millis) {

    static Deadlines ofExpiry(Evidence evidence, Set<String> orderIds) {
        return of(
                evidence,
                orderIds,
                stored -> stored.event() instanceof OrderCancelled cancelled ? cancelled.id() : null);
    }

    static Deadlines ofAuthorization(Evidence evidence, Set<String> orderIds) {
        return of(
                evidence,
                orderIds,
                stored -> stored.event() instanceof PaymentAuthorized authorized ? authorized.orderId() : null);
    }

    private static Deadlines of(Evidence evidence, Set<String> orderIds, Function<StreamEvent, String> orderId) {
        var deadlines = new HashMap<String, Instant>();
        evidence.orders().forEach(order -> deadlines.put(order.id(), order.expiresAt()));
        return new Deadlines(evidence.events().stream()
                .filter(stored -> orderIds.contains(String.valueOf(orderId.apply(stored))))
                .map(stored -> Duration.between(deadlines.get(orderId.apply(stored)), stored.recordedAt())
                        .toMillis())
                .sorted()
                .toList());
    }

    long earliest() {
        return millis.getFirst();
    }

    long latest() {
        return millis.getLast();
    }

    long percentile(int percent) {
        return millis.get((int) Math.ceil(millis.size() * percent / 100.0) - 1);
    }

    /** The number of those that happened this near to the deadline. */
    long within(Duration distance) {
        return millis.stream()
                .filter(each -> Math.abs(each) <= distance.toMillis())
                .count();
    }

    static Map<String, Order.Status> fates(Evidence evidence, Set<String> orderIds) {
        var fates = new HashMap<String, Order.Status>();
        evidence.orders().stream()
                .filter(order -> orderIds.contains(order.id()))
                .forEach(order -> fates.put(order.id(), order.status()));
        return fates;
    }

    @Override
    public String toString() {
        return "%d expired %d ms after their deadline at the earliest, p50 %d ms, p99 %d ms, at the latest %d ms"
                .formatted(millis.size(), earliest(), percentile(50), percentile(99), latest());
    }
}
