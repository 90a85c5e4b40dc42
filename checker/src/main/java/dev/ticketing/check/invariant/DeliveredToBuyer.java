package dev.ticketing.check.invariant;

import static java.util.stream.Collectors.toMap;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.invariant.Invariant.Rule;
import dev.ticketing.events.TicketEvent.TicketDelivered;
import java.util.List;
import java.util.function.Function;

/** Invariant 11, as far as it leaves a trace: each first opening is recorded with its reader. */
final class DeliveredToBuyer implements Rule {

    @Override
    public void check(Evidence evidence, Findings findings) {
        var orders = evidence.orders().stream().collect(toMap(Order::id, Function.identity()));
        for (var stored : evidence.events()) {
            if (stored.event() instanceof TicketDelivered delivered) {
                var order = orders.get(delivered.orderId());
                if (order == null
                        || order.status() != Order.Status.COMPLETE
                        || !order.userId().equals(delivered.buyerId())
                        || !order.ticketId().equals(delivered.id())) {
                    findings.add(
                            List.of(delivered.orderId(), delivered.id()),
                            "was opened by %s with order %s (expected: a complete order of this buyer and ticket)",
                            delivered.buyerId(),
                            delivered.orderId());
                }
            }
        }
    }
}
