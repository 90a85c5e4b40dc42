package dev.ticketing.check.history;

import static java.util.stream.Collectors.groupingBy;

import dev.ticketing.check.evidence.StreamEvent;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCreated;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span in which an order has certainly reserved its ticket, if only for a moment. It starts when the broker had
 * stored the creation or orders-service recorded its next event, both after the write. It ends when the cancellation
 * was recorded, before the write. A wrong clock of orders-service makes the span shorter, never longer.
 */
public record Lifetime(String orderId, String ticketId, Instant from, Instant to) {

    /** By ticket, ordered by start; uncertain ones are omitted. */
    public static Map<String, List<Lifetime>> of(List<StreamEvent> events) {
        var clock = OrdersClock.by(events);
        var starts = new HashMap<String, Lifetime>();
        var nexts = new HashMap<String, Instant>();
        var ends = new HashMap<String, Instant>();
        for (var stored : events) {
            switch (stored.event()) {
                case OrderCreated created ->
                    starts.putIfAbsent(
                            created.id(),
                            new Lifetime(created.id(), created.ticket().id(), stored.storedAt(), Instant.MAX));
                case OrderCancelled cancelled -> ends.merge(cancelled.id(), clock.earliest(stored), Lifetime::earlier);
                case null, default -> {}
            }
            if (stored.noun().equals("order") && stored.version() == 1) {
                nexts.merge(stored.aggregateId(), clock.latest(stored), Lifetime::earlier);
            }
        }
        return starts.values().stream()
                .map(start -> start.cut(nexts.get(start.orderId), ends.get(start.orderId)))
                .filter(lifetime -> !lifetime.from.isAfter(lifetime.to))
                .sorted(Comparator.comparing(Lifetime::from).thenComparing(Lifetime::to))
                .collect(groupingBy(Lifetime::ticketId));
    }

    private Lifetime cut(@Nullable Instant next, @Nullable Instant end) {
        return new Lifetime(
                orderId, ticketId, next == null ? from : earlier(from, next), end == null ? to : earlier(to, end));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    public boolean overlaps(Lifetime earlier) {
        return from.isBefore(earlier.to);
    }
}
