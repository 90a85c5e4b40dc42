package dev.ticketing.simulator.world;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;

/** Looks at every write, by the rules of the contract, and knows nothing of the services' code. */
final class Witness {

    private static final String NOTHING = "nothing";

    private static final Map<String, Map<String, Set<String>>> LEGAL = Map.of(
            "orders-service/orders",
            Map.of(
                    NOTHING,
                    Set.of("CREATED"),
                    "CREATED",
                    Set.of("AWAITING_PAYMENT", "CANCELLED"),
                    "AWAITING_PAYMENT",
                    Set.of("COMPLETE", "CANCELLED"),
                    "COMPLETE",
                    Set.of(),
                    "CANCELLED",
                    Set.of()),
            "tickets-service/tickets",
            Map.of(
                    NOTHING,
                    Set.of("AVAILABLE"),
                    "AVAILABLE",
                    Set.of("RESERVED", "SOLD", "WITHDRAWN"),
                    "RESERVED",
                    Set.of("AVAILABLE", "SOLD"),
                    "WITHDRAWN",
                    Set.of("SOLD"),
                    "SOLD",
                    Set.of()),
            "payments-service/payments",
            Map.of(
                    NOTHING,
                    Set.of("PENDING"),
                    "PENDING",
                    Set.of("REQUIRES_ACTION", "AUTHORIZED", "CAPTURED", "VOIDED"),
                    "REQUIRES_ACTION",
                    Set.of("PENDING", "AUTHORIZED", "CAPTURED", "VOIDED"),
                    "AUTHORIZED",
                    Set.of("CAPTURED", "FAILED", "VOIDED"),
                    "CAPTURED",
                    Set.of("REFUNDED"),
                    "FAILED",
                    Set.of(),
                    "VOIDED",
                    Set.of(),
                    "REFUNDED",
                    Set.of()));

    private final World world;
    /** Orders that hold or have got their ticket, by ticket. */
    private final Map<String, String> holders = new HashMap<>();

    Witness(World world) {
        this.world = world;
    }

    void written(String service, String collection, Document before, Document after) {
        var legal = LEGAL.get(service + "/" + collection);
        if (legal == null) {
            return;
        }
        var from = before == null ? NOTHING : before.getString("status");
        var to = after.getString("status");
        var what = collection + " " + after.get("_id");
        if (!from.equals(to) && !legal.get(from).contains(to)) {
            world.violated("%s becomes %s after %s".formatted(what, to, from));
        }
        requireEvents(what, before, after);
        if (service.equals("orders-service")) {
            order(before, after, from, to);
        } else if (service.equals("tickets-service") && before != null) {
            ticket(before, after, to);
        }
    }

    /** Every version has its event, and the event goes into the outbox by the write that raises the version. */
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

    /** What leaves an outbox is in its stream. */
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

    /** Only the end of the very order that holds a ticket takes it from that order. */
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
            world.count("lives");
            return;
        }
        var deadline = ((Date) after.get("expiresAt")).toInstant();
        var decided = World.at(Task.current().readAt).truncatedTo(ChronoUnit.MILLIS); // as the services' clock
        if (to.equals("AWAITING_PAYMENT") && !from.equals(to) && !decided.isBefore(deadline)) {
            world.violated("order %s is claimed at %s, after its deadline %s".formatted(id, decided, deadline));
        }
        var expires = to.equals("CANCELLED") && !from.equals(to) && "EXPIRED".equals(after.getString("cancelReason"));
        if (expires && world.instant().isBefore(deadline)) {
            world.violated("order %s expires at %s, before its deadline %s".formatted(id, world.instant(), deadline));
        }
        if (!from.equals(to)) {
            world.count("order:" + to.toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** Money is only taken for an order that this very payment has claimed. */
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
