package dev.ticketing.check.invariant;

import static java.util.stream.Collectors.toMap;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.StreamEvent;
import dev.ticketing.check.invariant.Invariant.Findings;
import dev.ticketing.check.invariant.Invariant.Rule;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.OrderEvent.PricedTicket;
import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketEvent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Invariant 14, by the order of a ticket's versions: an edit and a reservation of one ticket are writes of one
 * document. An order placed without knowledge of the last edit must not get its reservation, and is cancelled.
 */
final class EditsHold implements Rule {

    @Override
    public void check(Evidence evidence, Findings findings) {
        var seen = placed(evidence);
        var edited = new HashMap<String, Long>();
        var listings = new HashMap<String, Listing>();
        evidence.events().stream()
                .filter(stored -> stored.event() instanceof TicketEvent)
                .sorted(Comparator.comparingLong(StreamEvent::version))
                .forEach(stored -> {
                    var ticket = (TicketEvent) Objects.requireNonNull(stored.event());
                    var before = listings.put(ticket.id(), Listing.of(ticket));
                    if (before != null && !before.equals(Listing.of(ticket))) {
                        edited.put(ticket.id(), stored.version());
                    }
                    requireSeen(ticket, seen, edited, findings);
                });
        evidence.orders().stream()
                .filter(Order::isActive)
                .filter(order -> seen.containsKey(order.id()))
                .forEach(order ->
                        requireSeen(order.id(), Objects.requireNonNull(seen.get(order.id())), edited, findings));
    }

    private static Map<String, PricedTicket> placed(Evidence evidence) {
        return evidence.events().stream()
                .map(StreamEvent::event)
                .filter(OrderCreated.class::isInstance)
                .map(OrderCreated.class::cast)
                .collect(toMap(OrderCreated::id, OrderCreated::ticket, (one, again) -> one));
    }

    private static void requireSeen(
            TicketEvent ticket, Map<String, PricedTicket> seen, Map<String, Long> edited, Findings findings) {
        if (ticket.orderId() != null) {
            var ordered = seen.remove(ticket.orderId());
            if (ordered != null) {
                requireSeen(ticket.orderId(), ordered, edited, findings);
            }
        }
    }

    private static void requireSeen(String orderId, PricedTicket seen, Map<String, Long> edited, Findings findings) {
        var edit = edited.getOrDefault(seen.id(), 0L);
        if (seen.version() < edit) {
            findings.add(
                    List.of(orderId, seen.id()),
                    "the order has version %d of the ticket, but its seller edited it in version %d",
                    seen.version(),
                    edit);
        }
    }

    private record Listing(
            String title,
            long priceMinor,
            String currency,
            @Nullable TicketDetails details) {

        static Listing of(TicketEvent ticket) {
            return new Listing(ticket.title(), ticket.priceMinor(), ticket.currency(), ticket.details());
        }
    }
}
