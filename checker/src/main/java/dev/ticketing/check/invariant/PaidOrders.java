package dev.ticketing.check.invariant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Intent;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.Payment;
import dev.ticketing.check.invariant.Invariant.Findings;
import dev.ticketing.check.invariant.Invariant.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Invariant 2: the owner of a ticket has paid for it once, and whoever has paid owns the ticket. */
final class PaidOrders implements Rule {

    @Override
    public void check(Evidence evidence, Findings findings) {
        var orders = evidence.orders().stream().collect(toMap(Order::id, Function.identity()));
        var captured = evidence.intents().stream()
                .filter(intent -> intent.netCaptured() != 0)
                .collect(groupingBy(intent -> Objects.requireNonNullElse(intent.orderId(), "none")));
        captured.forEach((orderId, intents) -> requireOrder(orders.get(orderId), orderId, intents, findings));
        var payments = new HashMap<String, Payment>();
        evidence.payments().forEach(payment -> payments.put(payment.id(), payment));
        evidence.orders().stream()
                .filter(order -> order.status() == Order.Status.COMPLETE)
                .forEach(order -> {
                    requireCapture(order, captured.getOrDefault(order.id(), List.of()), findings);
                    requirePayment(order, payments, captured.getOrDefault(order.id(), List.of()), findings);
                });
        evidence.payments().forEach(payment -> requireOrder(payment, orders.get(payment.orderId()), findings));
        requireIntents(evidence, findings);
    }

    /** Whatever its current state. */
    private static void requireOrder(Payment payment, @Nullable Order order, Findings findings) {
        if (order == null) {
            findings.add(payment.id(), "pays the unknown order %s", payment.orderId());
            return;
        }
        findings.same(payment.id(), "amount of the payment", payment.amountMinor(), order.priceMinor());
        findings.same(payment.id(), "currency of the payment", payment.currency(), order.currency());
    }

    /** Invariant 3 covers cancelled orders. */
    private static void requireOrder(@Nullable Order order, String orderId, List<Intent> intents, Findings findings) {
        if (order == null || order.isUnpaid()) {
            intents.forEach(intent -> findings.add(
                    List.of(intent.id(), orderId),
                    "captured %d %s although the order is %s (expected: complete)",
                    intent.netCaptured(),
                    intent.currency(),
                    order == null ? "unknown" : order.status()));
        }
    }

    private static void requireCapture(Order order, List<Intent> captured, Findings findings) {
        if (captured.size() != 1) {
            findings.add(
                    order.id(),
                    "complete with %d captured intents %s (expected: one)",
                    captured.size(),
                    captured.stream().map(Intent::id).toList());
        }
        for (var intent : captured) {
            var ids = List.of(order.id(), intent.id());
            if (intent.netCaptured() != order.priceMinor()) {
                findings.add(ids, "captured %d (expected: %d)", intent.netCaptured(), order.priceMinor());
            }
            if (!intent.currency().equals(order.currency())) {
                findings.add(ids, "captured in %s (expected: %s)", intent.currency(), order.currency());
            }
        }
    }

    private static void requirePayment(
            Order order, Map<String, Payment> payments, List<Intent> captured, Findings findings) {
        var payment = payments.get(order.paymentId());
        if (payment == null) {
            findings.add(order.id(), "complete by the unknown payment %s", order.paymentId());
            return;
        }
        findings.same(payment.id(), "order of the payment", payment.orderId(), order.id());
        findings.same(
                payment.id(),
                "status of the payment of complete order " + order.id(),
                payment.status(),
                Payment.Status.CAPTURED);
        if (captured.size() == 1) {
            findings.same(
                    payment.id(),
                    "intent of the payment",
                    payment.stripeId(),
                    captured.getFirst().id());
        }
    }

    /** Our books and Stripe's agree on every intent. */
    private static void requireIntents(Evidence evidence, Findings findings) {
        var intents = evidence.intents().stream().collect(toMap(Intent::id, Function.identity()));
        for (var payment : evidence.payments()) {
            var intent = intents.get(payment.stripeId());
            if (intent == null) {
                requireNoIntent(payment, findings);
                continue;
            }
            var ids = List.of(payment.id(), intent.id());
            if (payment.status() == Payment.Status.CAPTURED && intent.netCaptured() == 0) {
                findings.add(payment.id(), "captured, but Stripe has no money of intent %s", intent.id());
            }
            if (intent.amount() != payment.amountMinor() || !intent.currency().equals(payment.currency())) {
                findings.add(
                        ids,
                        "intent of %d %s (expected: %d %s)",
                        intent.amount(),
                        intent.currency(),
                        payment.amountMinor(),
                        payment.currency());
            }
            if (intent.orderId() != null && !intent.orderId().equals(payment.orderId())) {
                findings.add(ids, "intent was made for order %s (expected: %s)", intent.orderId(), payment.orderId());
            }
        }
    }

    private static void requireNoIntent(Payment payment, Findings findings) {
        if (payment.stripeId() != null || payment.status() == Payment.Status.CAPTURED) {
            findings.add(
                    payment.id(),
                    "%s by intent %s, which does not exist at Stripe",
                    payment.status(),
                    payment.stripeId());
        }
    }
}
