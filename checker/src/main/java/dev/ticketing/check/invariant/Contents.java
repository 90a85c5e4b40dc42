package dev.ticketing.check.invariant;

import static java.util.stream.Collectors.toMap;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.Ticket;
import dev.ticketing.check.invariant.Invariant.Findings;
import dev.ticketing.events.TicketEvent.TicketDelivered;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What buyers open, and the codes on it. */
final class Contents {

    private Contents() {}

    /** Invariant 11, as far as it leaves a trace: each first opening is recorded with its reader. */
    static void deliveries(Evidence evidence, Findings findings) {
        var orders = evidence.orders().stream().collect(toMap(Order::id, Function.identity()));
        for (var stored : evidence.events()) {
            if (stored.event() instanceof TicketDelivered delivered
                    && !isToTheBuyer(delivered, orders.get(delivered.orderId()))) {
                findings.add(
                        List.of(delivered.orderId(), delivered.id()),
                        "opened by %s (expected: the buyer of this ticket, with a complete order)",
                        delivered.buyerId());
            }
        }
    }

    private static boolean isToTheBuyer(TicketDelivered delivered, @Nullable Order order) {
        return order != null
                && order.status() == Order.Status.COMPLETE
                && order.userId().equals(delivered.buyerId())
                && order.ticketId().equals(delivered.id());
    }

    /** Invariant 12. A withdrawn listing has no code, and one that its buyer lists again has passed it on. */
    static void codes(Evidence evidence, Findings findings) {
        var holders = new HashMap<String, Ticket>();
        for (var ticket : evidence.tickets()) {
            var other = ticket.code() == null ? null : holders.putIfAbsent(ticket.code(), ticket);
            if (other != null) {
                findings.add(List.of(ticket.id(), other.id()), "both have one code");
            }
        }
    }
}
