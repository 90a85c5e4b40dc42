package dev.ticketing.check.invariant;

import static java.util.stream.Collectors.toMap;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.OrderReplica;
import dev.ticketing.check.evidence.Ticket;
import dev.ticketing.check.evidence.TicketReplica;
import dev.ticketing.check.invariant.Invariant.Findings;
import dev.ticketing.check.invariant.Invariant.Rule;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Invariant 5, once all events are published and handled. */
final class FaithfulReplicas implements Rule {

    @Override
    public void check(Evidence evidence, Findings findings) {
        requireEqual(
                "ticket in orders-service",
                evidence.tickets().stream().collect(toMap(Ticket::id, TicketReplica::of)),
                evidence.ticketReplicas().stream().collect(toMap(TicketReplica::id, Function.identity())),
                findings);
        requireEqual(
                "order in payments-service",
                evidence.orders().stream().collect(toMap(Order::id, OrderReplica::of)),
                evidence.orderReplicas().stream().collect(toMap(OrderReplica::id, Function.identity())),
                findings);
        requireHolders(evidence, findings);
    }

    private static <T> void requireEqual(String what, Map<String, T> owned, Map<String, T> copied, Findings findings) {
        owned.forEach((id, owner) -> {
            if (!copied.containsKey(id)) {
                findings.add(id, "no copy of the %s", what);
            } else if (!owner.equals(copied.get(id))) {
                findings.add(id, "%s is %s (expected: %s)", what, copied.get(id), owner);
            }
        });
        copied.keySet().stream()
                .filter(id -> !owned.containsKey(id))
                .forEach(id -> findings.add(id, "%s has no original", what));
    }

    private static void requireHolders(Evidence evidence, Findings findings) {
        var active = evidence.orders().stream()
                .filter(Order::isActive)
                .collect(Collectors.toMap(Order::ticketId, order -> order, (one, other) -> one, TreeMap::new));
        for (var ticket : evidence.tickets()) {
            var order = active.remove(ticket.id());
            requireHolder(ticket, order, findings);
        }
        active.forEach((ticketId, order) -> findings.add(order.id(), "holds the unknown ticket %s", ticketId));
    }

    private static void requireHolder(Ticket ticket, @Nullable Order order, Findings findings) {
        var holder = order == null ? null : order.id();
        if (!Objects.equals(ticket.orderId(), holder)) {
            findings.add(ticket.id(), "order of the ticket is %s (expected: %s)", ticket.orderId(), holder);
        }
        if (!agrees(ticket.status(), order)) {
            findings.add(
                    ticket.id(),
                    "ticket is %s and its order is %s",
                    ticket.status(),
                    order == null ? "none" : order.status());
        }
    }

    private static boolean agrees(Ticket.Status ticket, @Nullable Order order) {
        return switch (ticket) {
            case AVAILABLE, WITHDRAWN, ENDED -> order == null;
            case RESERVED -> order != null && order.isUnpaid();
            case SOLD -> order != null && order.status() == Order.Status.COMPLETE;
        };
    }
}
