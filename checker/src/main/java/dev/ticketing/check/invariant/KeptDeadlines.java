package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.StreamEvent;
import dev.ticketing.check.invariant.Invariant.Findings;
import dev.ticketing.check.invariant.Invariant.Rule;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCreated;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Invariant 8: by the clock of orders-service, which decides; for orders that still wait, by the checker's clock. */
final class KeptDeadlines implements Rule {

    private static final String EXPIRED = "expired";
    private static final Duration GRACE = Duration.ofSeconds(5);

    @Override
    public void check(Evidence evidence, Findings findings) {
        evidence.orders().stream()
                .filter(Order::isUnpaid)
                .filter(order -> order.expiresAt().plus(GRACE).isBefore(evidence.takenAt()))
                .forEach(order -> findings.add(
                        order.id(),
                        "still %s, %s after its deadline (expected: at most %s)",
                        order.status(),
                        Duration.between(order.expiresAt(), evidence.takenAt()),
                        GRACE));
        var deadlines = deadlines(evidence);
        var starts = new TreeSet<>(evidence.starts());
        for (var stored : evidence.events()) {
            if (stored.event() instanceof OrderCancelled cancelled
                    && cancelled.reason().equals(EXPIRED)) {
                deadlines
                        .getOrDefault(cancelled.id(), List.of())
                        .forEach(deadline -> checkExpiry(stored, deadline, starts, evidence, findings));
            }
        }
    }

    /** The deadlines of the document and of its first event, if they differ. */
    private static Map<String, List<Instant>> deadlines(Evidence evidence) {
        var deadlines = new HashMap<String, List<Instant>>();
        evidence.orders().forEach(order -> deadlines.put(order.id(), List.of(order.expiresAt())));
        for (var stored : evidence.events()) {
            if (stored.event() instanceof OrderCreated created) {
                deadlines.merge(created.id(), List.of(created.expiresAt()), KeptDeadlines::both);
            }
        }
        return deadlines;
    }

    private static List<Instant> both(List<Instant> known, List<Instant> told) {
        return known.stream().anyMatch(each -> isSame(each, told.getFirst()))
                ? known
                : List.of(known.getFirst(), told.getFirst());
    }

    private static boolean isSame(Instant stored, Instant told) {
        return stored.truncatedTo(ChronoUnit.MILLIS).equals(told.truncatedTo(ChronoUnit.MILLIS));
    }

    private static void checkExpiry(
            StreamEvent expiry, Instant deadline, TreeSet<Instant> starts, Evidence evidence, Findings findings) {
        if (expiry.recordedAt().isBefore(deadline)) {
            findings.add(
                    expiry.aggregateId(),
                    "expired %s before its deadline",
                    Duration.between(expiry.recordedAt(), deadline));
        }
        var lateness = evidence.expectations().lateness();
        var late = Duration.between(possibleFrom(deadline, expiry, starts), expiry.recordedAt());
        if (lateness != null && late.compareTo(lateness) > 0) {
            findings.add(expiry.aggregateId(), "expired %s after its deadline (expected: at most %s)", late, lateness);
        }
    }

    /** The deadline, unless orders-service or its database was down then and started later. */
    private static Instant possibleFrom(Instant deadline, StreamEvent expiry, TreeSet<Instant> starts) {
        var start = starts.floor(expiry.recordedAt());
        return start == null || start.isBefore(deadline) ? deadline : start;
    }
}
