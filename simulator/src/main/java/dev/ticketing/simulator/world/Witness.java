package dev.ticketing.simulator.world;

import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.Payment;
import dev.ticketing.check.evidence.Ticket;
import dev.ticketing.check.history.Transitions;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;

/** Checks every write by the rules of the contract, independently of the services' code. */
final class Witness {

    /** The status field of the documents of a collection. */
    private static final Map<String, Function<String, Object>> STATUS = Map.of(
            "orders-service/orders", Order.Status::valueOf,
            "tickets-service/tickets", Ticket.Status::valueOf,
            "payments-service/payments", Payment.Status::valueOf);

    private static final Set<String> OPEN = Set.of("CREATED", "AWAITING_PAYMENT");

    private final World world;
    /** Orders that have reserved or bought their ticket, by ticket. */
    private final Map<String, String> holders = new HashMap<>();

    Witness(World world) {
        this.world = world;
    }

    void written(String service, String collection, Document before, Document after) {
        var status = STATUS.get(service + "/" + collection);
        if (status == null) {
            return;
        }
        var from = before == null ? "nothing" : before.getString("status");
        var to = after.getString("status");
        var what = collection + " " + after.get("_id");
        if (!Transitions.mayBeWritten(before == null ? null : status.apply(from), status.apply(to))) {
            world.violated("%s becomes %s after %s".formatted(what, to, from));
        }
        requireEvents(what, before, after);
        if (service.equals("orders-service")) {
            order(before, after, from, to);
        } else if (service.equals("tickets-service") && before != null) {
            ticket(before, after, to);
        }
    }

    /** Every version has its event, which the write that raises the version adds to the outbox. */
    private void requireEvents(String what, Document before, Document after) {
        var from = before == null ? -1 : number(before.get("version"));
        var to = number(after.get("version"));
        var told = entries(after).stream()
                .map(entry -> number(entry.get("version")))
                .filter(version -> version > from)
                .toList();
        if (to < from || told.size() != to - from) {
            world.violated("%s goes from version %d to %d with events %s".formatted(what, from, to, told));
        }
        if (before != null) {
            requireKept(what, before, after);
        }
    }

    /** Events removed from an outbox are in their stream. */
    private void requireKept(String what, Document before, Document after) {
        var left = entries(after).stream().map(entry -> entry.get("messageId")).toList();
        for (var entry : entries(before)) {
            if (!left.contains(entry.get("messageId")) && !isStored(entry)) {
                world.violated("%s has lost event %s, which nobody has stored".formatted(what, entry.get("messageId")));
            }
        }
    }

    private boolean isStored(Document entry) {
        return world.broker.isStored(entry.getString("subject"), entry.getString("messageId"));
    }

    private static List<Document> entries(Document document) {
        return document.get("outbox") instanceof Collection<?> entries
                ? entries.stream().map(Document.class::cast).toList()
                : List.of();
    }

    /** Only the end of the order that reserves a ticket takes it from that order. */
    private void ticket(Document before, Document after, String to) {
        var holder = before.getString("orderId");
        var next = after.getString("orderId");
        if (holder != null && !holder.equals(next) && !to.equals("SOLD") && !"CANCELLED".equals(orderStatus(holder))) {
            world.violated("ticket %s is %s and leaves order %s, which is %s"
                    .formatted(after.get("_id"), to, holder, orderStatus(holder)));
        }
        if (to.equals("SOLD") && !"COMPLETE".equals(orderStatus(next))) {
            world.violated(
                    "ticket %s is sold by order %s, which is %s".formatted(after.get("_id"), next, orderStatus(next)));
        }
    }

    private String orderStatus(String orderId) {
        return world.store("orders-service").all("orders").stream()
                .filter(each -> String.valueOf(each.get("_id")).equals(orderId))
                .findFirst()
                .map(each -> each.getString("status"))
                .orElse("unknown");
    }

    private void order(Document before, Document after, String from, String to) {
        var id = String.valueOf(after.get("_id"));
        var ticket = String.valueOf(after.get("ticket", Document.class).get("_id"));
        if (to.equals("CANCELLED")) {
            holders.remove(ticket, id);
        } else {
            var other = holders.putIfAbsent(ticket, id);
            if (other != null && !other.equals(id)) {
                world.violated("orders %s and %s hold ticket %s at once".formatted(other, id, ticket));
            }
        }
        if (before == null) {
            requireFewHolds(after.getString("userId"));
            world.count("lives");
            return;
        }
        var deadline = ((Date) after.get("expiresAt")).toInstant();
        var decided = World.at(Task.current().readAt).truncatedTo(ChronoUnit.MILLIS); // like the services' clock
        if (to.equals("AWAITING_PAYMENT") && !from.equals(to) && !decided.isBefore(deadline)) {
            world.violated("order %s is claimed at %s, after its deadline %s".formatted(id, decided, deadline));
        }
        if (to.equals("AWAITING_PAYMENT") && !from.equals(to) && !id.equals(holderOf(ticket))) {
            world.violated("order %s is claimed, but tickets-service has given ticket %s to %s"
                    .formatted(id, ticket, holderOf(ticket)));
        }
        var expires = to.equals("CANCELLED") && !from.equals(to) && "EXPIRED".equals(after.getString("cancelReason"));
        if (expires && world.instant().isBefore(deadline)) {
            world.violated("order %s expires at %s, before its deadline %s".formatted(id, world.instant(), deadline));
        }
        if (!from.equals(to)) {
            world.count("order:" + to.toLowerCase(java.util.Locale.ROOT));
        }
    }

    private String holderOf(String ticketId) {
        return world.store("tickets-service").all("tickets").stream()
                .filter(each -> String.valueOf(each.get("_id")).equals(ticketId))
                .findFirst()
                .map(each -> each.getString("orderId"))
                .orElse(null);
    }

    private void requireFewHolds(String buyer) {
        var open = world.store("orders-service").all("orders").stream()
                .filter(each -> buyer.equals(each.getString("userId")))
                .filter(each -> OPEN.contains(each.getString("status")))
                .count();
        if (open > ServiceInstance.HOLDS) {
            world.violated(
                    "%s holds %d unpaid tickets (expected: at most %d)".formatted(buyer, open, ServiceInstance.HOLDS));
        }
    }

    /** Money is captured only for an order that this payment has claimed. */
    void moved(Stripe.PaymentIntent intent) {
        if (!intent.is("succeeded") || intent.refunds() > 0) {
            return;
        }
        var order = world.store("orders-service").all("orders").stream()
                .filter(each -> String.valueOf(each.get("_id")).equals(intent.orderId()))
                .findFirst();
        var claimed = order.filter(each -> "AWAITING_PAYMENT".equals(each.getString("status")))
                .filter(each -> Objects.equals(each.getString("paymentId"), intent.paymentId()));
        if (claimed.isEmpty()) {
            world.violated("%s is captured although order %s is %s"
                    .formatted(
                            intent.id(),
                            intent.orderId(),
                            order.map(each -> each.getString("status")).orElse("unknown")));
        }
    }

    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : -1;
    }
}
