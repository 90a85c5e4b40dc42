package dev.ticketing.check.invariant;

import static java.util.stream.Collectors.toMap;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.invariant.Invariant.Findings;
import dev.ticketing.check.invariant.Invariant.Rule;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Invariant 13, by the clock of orders-service, and by the start in the version of the ticket that was ordered. */
final class SoldBeforeStart implements Rule {

    @Override
    public void check(Evidence evidence, Findings findings) {
        var starts = starts(evidence);
        var orders = evidence.orders().stream().collect(toMap(Order::id, Function.identity()));
        var checked = new HashSet<String>();
        for (var stored : evidence.events()) {
            if (stored.event() instanceof OrderCreated created && checked.add(created.id())) {
                Optional.ofNullable(starts.get(
                                version(created.ticket().id(), created.ticket().version())))
                        .ifPresent(start -> check(created, orders.get(created.id()), start, findings));
            }
        }
    }

    /** By version of a ticket with an event. */
    private static Map<String, Instant> starts(Evidence evidence) {
        var starts = new HashMap<String, Instant>();
        for (var stored : evidence.events()) {
            if (stored.event() instanceof TicketEvent ticket) {
                Optional.ofNullable(ticket.details())
                        .map(TicketDetails::event)
                        .ifPresent(event -> starts.put(version(ticket.id(), stored.version()), event.startsAt()));
            }
        }
        return starts;
    }

    private static void check(OrderCreated created, @Nullable Order order, Instant start, Findings findings) {
        var ids = List.of(created.id(), created.ticket().id());
        if (created.expiresAt().isAfter(start)) {
            findings.add(ids, "reserved until %s, but the event begins at %s", created.expiresAt(), start);
        }
        if (order != null && !order.placedAt().isBefore(start)) {
            findings.add(ids, "reserved at %s, but the event began at %s", order.placedAt(), start);
        }
        if (order != null && order.claimedAt() != null && !order.claimedAt().isBefore(start)) {
            findings.add(ids, "sold at %s, but the event began at %s", order.claimedAt(), start);
        }
    }

    private static String version(String ticketId, long version) {
        return ticketId + ":" + version;
    }
}
