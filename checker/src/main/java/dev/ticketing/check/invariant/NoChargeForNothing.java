package dev.ticketing.check.invariant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Intent;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.Payment;
import dev.ticketing.check.invariant.Invariant.Findings;
import dev.ticketing.check.invariant.Invariant.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Invariant 3: the money of a cancelled order is given back, and no order is paid by two intents. */
final class NoChargeForNothing implements Rule {

    private static final Set<Payment.Status> UNSETTLED =
            Set.of(Payment.Status.PENDING, Payment.Status.REQUIRES_ACTION, Payment.Status.AUTHORIZED);

    @Override
    public void check(Evidence evidence, Findings findings) {
        var intents = evidence.intents().stream()
                .filter(intent -> intent.orderId() != null)
                .collect(groupingBy(Intent::orderId));
        intents.forEach((orderId, ofOrder) -> requireOneOfEach(orderId, ofOrder, findings));
        cancelled(evidence)
                .forEach((orderId, order) -> requireFree(order, intents.getOrDefault(orderId, List.of()), findings));
        requireOnePayment(evidence, findings);
        requireKnownHolds(evidence, findings);
    }

    private static void requireOnePayment(Evidence evidence, Findings findings) {
        evidence.missingIndexes().stream()
                .filter(index -> index.startsWith("payments."))
                .forEach(index -> findings.add(index, "is not unique: nothing prevents a second payment"));
        evidence.payments().stream()
                .collect(groupingBy(Payment::orderId, mapping(Payment::id, toList())))
                .forEach((orderId, ids) -> {
                    if (ids.size() > 1) {
                        findings.add(orderId, "%d payments %s (expected: at most one)", ids.size(), ids);
                    }
                });
    }

    /** Money is held only for an order, and only by a payment that will capture or release it. */
    private static void requireKnownHolds(Evidence evidence, Findings findings) {
        var orders = evidence.orders().stream().map(Order::id).collect(toSet());
        var paying = evidence.payments().stream()
                .filter(payment -> UNSETTLED.contains(payment.status()))
                .map(Payment::orderId)
                .collect(toSet());
        var unpaid = evidence.orders().stream()
                .filter(Order::isUnpaid)
                .map(Order::id)
                .collect(toSet());
        for (var intent : evidence.intents()) {
            var orderId = Objects.requireNonNullElse(intent.orderId(), "none");
            if (intent.holdsMoney() && !orders.contains(orderId)) {
                findings.add(
                        List.of(intent.id(), orderId),
                        "holds %d %s for no known order",
                        intent.amount(),
                        intent.currency());
            } else if (intent.holdsMoney() && unpaid.contains(orderId) && !paying.contains(orderId)) {
                findings.add(
                        List.of(intent.id(), orderId),
                        "holds %d %s for no payment",
                        intent.amount(),
                        intent.currency());
            }
        }
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
