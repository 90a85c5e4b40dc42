package dev.ticketing.check.invariant;

import static java.util.stream.Collectors.groupingBy;

import dev.ticketing.check.evidence.StreamEvent;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCreated;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A span in which an order has certainly held its ticket: from when the broker had stored its creation, which is after the
 * write, to when its cancellation was recorded, which is before the write. As far as the clock of orders-service was
 * ahead of the broker's, the end is taken to be earlier, so that wrong clocks make no violations.
 */
record Lifetime(String orderId, String ticketId, Instant from, Instant to) {

    /** By ticket, each by its start; those that are not certain for a moment are left out. */
    static Map<String, List<Lifetime>> of(List<StreamEvent> events) {
        var ends = ends(events);
        var starts = new HashMap<String, Lifetime>();
        for (var stored : events) {
            if (stored.event() instanceof OrderCreated created) {
                var to = ends.getOrDefault(created.id(), Instant.MAX);
                starts.putIfAbsent(
                        created.id(),
                        new Lifetime(created.id(), created.ticket().id(), stored.storedAt(), to));
            }
        }
        return starts.values().stream()
                .filter(lifetime -> lifetime.from.isBefore(lifetime.to))
                .sorted(Comparator.comparing(Lifetime::from).thenComparing(Lifetime::orderId))
                .collect(groupingBy(Lifetime::ticketId));
    }

    private static Map<String, Instant> ends(List<StreamEvent> events) {
        var ahead = ahead(events);
        var ends = new HashMap<String, Instant>();
        for (var stored : events) {
            if (stored.event() instanceof OrderCancelled cancelled) {
                ends.merge(
                        cancelled.id(),
                        stored.recordedAt().minus(ahead),
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return ends;
    }

    /** By how much events were recorded later than they were stored, which only a clock that is ahead can do. */
    private static Duration ahead(List<StreamEvent> events) {
        return events.stream()
                .filter(stored -> stored.noun().equals("order"))
                .map(stored -> Duration.between(stored.storedAt(), stored.recordedAt()))
                .filter(Duration::isPositive)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    boolean overlaps(Lifetime earlier) {
        return from.isBefore(earlier.to);
    }
}
