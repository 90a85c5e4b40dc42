package dev.ticketing.check.invariant;

import static java.util.stream.Collectors.toMap;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.StreamEvent;
import dev.ticketing.check.invariant.Invariant.Rule;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Invariant 8: by the clock of orders-service, which decides; for orders that still wait, by the checker's. */
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
        var orders = evidence.orders().stream().collect(toMap(Order::id, Function.identity()));
        evidence.events().forEach(stored -> checkExpiry(stored, orders, evidence, findings));
    }

    private static void checkExpiry(
            StreamEvent stored, Map<String, Order> orders, Evidence evidence, Findings findings) {
        if (!(stored.event() instanceof OrderCancelled cancelled)
                || !cancelled.reason().equals(EXPIRED)) {
            return;
        }
        var order = orders.get(cancelled.id());
        if (order == null) {
            return;
        }
        var late = Duration.between(order.expiresAt(), stored.recordedAt());
        if (late.isNegative()) {
            findings.add(order.id(), "expired %s before its deadline", late.negated());
        }
        var lateness = evidence.expectations().lateness();
        if (lateness != null && late.compareTo(lateness) > 0) {
            findings.add(order.id(), "expired %s after its deadline (expected: at most %s)", late, lateness);
        }
    }
}
