package dev.ticketing.check.invariant;

import static java.util.stream.Collectors.groupingBy;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.history.Lifetime;
import dev.ticketing.check.invariant.Invariant.Findings;
import dev.ticketing.check.invariant.Invariant.Rule;
import java.util.List;
import java.util.Objects;

/** Invariant 1: from the current orders, and from their lifetimes in the stream. */
final class OneActiveOrder implements Rule {

    @Override
    public void check(Evidence evidence, Findings findings) {
        evidence.orders().stream()
                .filter(Order::isActive)
                .collect(groupingBy(Order::ticketId))
                .forEach((ticketId, orders) -> requireOne(ticketId, orders, findings));
        evidence.orders().forEach(order -> requireEntry(order, findings));
        evidence.missingIndexes().stream()
                .filter(index -> index.endsWith(".activeTicketId"))
                .forEach(index -> findings.add(index, "is not unique: nothing prevents a second order"));
        Lifetime.of(evidence.events()).values().forEach(lifetimes -> requireApart(lifetimes, findings));
    }

    private static void requireOne(String ticketId, List<Order> orders, Findings findings) {
        if (orders.size() > 1) {
            findings.add(
                    orders.stream().map(Order::id).sorted().toList(),
                    "%d active orders of ticket %s (expected: at most one)",
                    orders.size(),
                    ticketId);
        }
    }

    /** The entry in the unique index that excludes other orders. */
    private static void requireEntry(Order order, Findings findings) {
        var expected = order.isActive() ? order.ticketId() : null;
        if (!Objects.equals(order.activeTicketId(), expected)) {
            findings.add(
                    order.id(),
                    "%s order reserves ticket %s in the unique index (expected: %s)",
                    order.status(),
                    order.activeTicketId(),
                    expected);
        }
    }

    /** @param lifetimes of one ticket's orders, ordered by start */
    private static void requireApart(List<Lifetime> lifetimes, Findings findings) {
        var longest = lifetimes.getFirst();
        for (var next : lifetimes.subList(1, lifetimes.size())) {
            if (next.overlaps(longest)) {
                findings.add(
                        List.of(longest.orderId(), next.orderId()),
                        "both orders had reserved ticket %s at %s (expected: one after the other)",
                        next.ticketId(),
                        next.from());
            }
            longest = next.to().isAfter(longest.to()) ? next : longest;
        }
    }
}
