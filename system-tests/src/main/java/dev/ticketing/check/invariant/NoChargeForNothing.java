package dev.ticketing.check.invariant;

import static java.util.stream.Collectors.groupingBy;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Intent;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.invariant.Invariant.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Invariant 3: what a cancelled order took is given back, and no order is paid by two intents. */
final class NoChargeForNothing implements Rule {

    @Override
    public void check(Evidence evidence, Findings findings) {
        var intents = evidence.intents().stream()
                .filter(intent -> intent.orderId() != null)
                .collect(groupingBy(Intent::orderId));
        intents.forEach((orderId, ofOrder) -> requireOneOfEach(orderId, ofOrder, findings));
        cancelled(evidence)
                .forEach((orderId, order) -> requireFree(order, intents.getOrDefault(orderId, List.of()), findings));
    }

    private static Map<String, Order> cancelled(Evidence evidence) {
        return evidence.orders().stream()
                .filter(order -> !order.isActive())
                .collect(Collectors.toMap(Order::id, order -> order));
    }

    private static void requireOneOfEach(String orderId, List<Intent> intents, Findings findings) {
        var live = intents.stream().filter(Intent::isLive).map(Intent::id).toList();
        if (live.size() > 1) {
            findings.add(orderId, "%d live intents %s (expected: at most one)", live.size(), live);
        }
        var refunds = intents.stream().mapToInt(Intent::refunds).sum();
        if (refunds > 1) {
            findings.add(orderId, "%d refunds (expected: at most one)", refunds);
        }
    }

    private static void requireFree(Order order, List<Intent> intents, Findings findings) {
        for (var intent : intents) {
            var ids = List.of(order.id(), intent.id());
            if (intent.netCaptured() != 0) {
                findings.add(
                        ids,
                        "cancelled (%s), yet %d %s are captured (expected: 0)",
                        order.cancelReason(),
                        intent.netCaptured(),
                        intent.currency());
            }
            if (intent.holdsMoney()) {
                findings.add(ids, "cancelled (%s), yet the amount is still held", order.cancelReason());
            }
        }
    }
}
