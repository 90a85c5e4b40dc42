package dev.ticketing.check.history;

import dev.ticketing.check.evidence.StreamEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The difference between the clocks of orders-service and the broker. If events around an event were stored before they
 * were recorded, the clock was ahead. An event stored more than a second after it was recorded may have waited for the
 * broker, or the clock may have been behind, for an unknown time: then only the broker's time counts.
 */
final class OrdersClock {

    private static final int AROUND = 100;
    private static final Duration NO_DOUBT = Duration.ofSeconds(1);

    private final Map<Long, Duration> lags;

    private OrdersClock(Map<Long, Duration> lags) {
        this.lags = lags;
    }

    static OrdersClock by(List<StreamEvent> events) {
        var ofOrders = events.stream()
                .filter(event -> event.noun().equals("order"))
                .sorted(Comparator.comparingLong(StreamEvent::sequence))
                .toList();
        var least = least(ofOrders.stream().map(OrdersClock::lag).toList());
        var bySequence = new HashMap<Long, Duration>();
        for (var i = 0; i < ofOrders.size(); i++) {
            bySequence.put(ofOrders.get(i).sequence(), least.get(i));
        }
        return new OrdersClock(bySequence);
    }

    /** The least difference among each event and its neighbours; every event enters and leaves the queue once. */
    private static List<Duration> least(List<Duration> lags) {
        var least = new ArrayList<Duration>();
        var candidates = new ArrayDeque<Integer>();
        for (var next = 0; least.size() < lags.size(); next++) {
            if (next < lags.size()) {
                while (!candidates.isEmpty() && lags.get(candidates.peekLast()).compareTo(lags.get(next)) >= 0) {
                    candidates.pollLast();
                }
                candidates.add(next);
            }
            var middle = next - AROUND;
            if (middle >= 0) {
                while (candidates.peekFirst() < middle - AROUND) {
                    candidates.pollFirst();
                }
                least.add(lags.get(candidates.peekFirst()));
            }
        }
        return least;
    }

    private static Duration lag(StreamEvent event) {
        return Duration.between(event.recordedAt(), event.storedAt());
    }

    /** The earliest time when it was recorded, by the broker's clock. */
    Instant earliest(StreamEvent event) {
        var lag = Objects.requireNonNull(lags.get(event.sequence()));
        return lag.isNegative() ? event.recordedAt().plus(lag) : event.recordedAt();
    }

    /** The latest time, likewise. */
    Instant latest(StreamEvent event) {
        return lag(event).compareTo(NO_DOUBT) > 0 ? event.storedAt() : event.recordedAt();
    }
}
