package dev.ticketing.check.collect;

import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.OrderReplica;
import dev.ticketing.check.evidence.Payment;
import dev.ticketing.check.evidence.Ticket;
import dev.ticketing.check.evidence.TicketReplica;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Converts the services' documents to evidence. */
final class Documents {

    private Documents() {}

    static Order order(Document order) {
        var ticket = order.get("ticket", new Document());
        return new Order(
                id(order),
                order.getString("userId"),
                status(order, Order.Status.class),
                cancelReason(order),
                instant(order, "createdAt"),
                claimedAt(order),
                instant(order, "expiresAt"),
                id(ticket),
                number(ticket, "priceMinor"),
                ticket.getString("currency"),
                order.getString("paymentId"),
                order.getString("activeTicketId"),
                number(order, "version"));
    }

    static Ticket ticket(Document ticket) {
        return new Ticket(
                id(ticket),
                ticket.getString("userId"),
                ticket.getString("title"),
                number(ticket, "priceMinor"),
                ticket.getString("currency"),
                status(ticket, Ticket.Status.class),
                ticket.getString("orderId"),
                number(ticket, "version"),
                ticket.get("content", new Document()).getString("code"));
    }

    static Payment payment(Document payment) {
        return new Payment(
                id(payment),
                payment.getString("orderId"),
                status(payment, Payment.Status.class),
                number(payment, "amountMinor"),
                payment.getString("currency"),
                payment.getString("stripeId"),
                number(payment, "version"));
    }

    static TicketReplica ticketReplica(Document replica) {
        return new TicketReplica(
                id(replica),
                replica.getString("sellerId"),
                replica.getString("title"),
                number(replica, "priceMinor"),
                replica.getString("currency"),
                status(replica, Ticket.Status.class),
                number(replica, "version"));
    }

    static OrderReplica orderReplica(Document replica) {
        return new OrderReplica(
                id(replica),
                replica.getString("userId"),
                status(replica, Order.Status.class),
                number(replica, "priceMinor"),
                replica.getString("currency"),
                instant(replica, "expiresAt"),
                number(replica, "version"));
    }

    /** An ObjectId or a string. */
    static String id(Document document) {
        return String.valueOf(document.get("_id"));
    }

    static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : -1;
    }

    /** A missing instant is long past. */
    private static Instant instant(Document document, String field) {
        return document.get(field) instanceof Date date ? date.toInstant() : Instant.EPOCH;
    }

    private static <E extends Enum<E>> E status(Document document, Class<E> type) {
        var status = String.valueOf(document.get("status"));
        try {
            return Enum.valueOf(type, status.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("status %s (expected: one of %s)".formatted(status, List.of(type.getEnumConstants())));
        }
    }

    private static @Nullable Instant claimedAt(Document order) {
        return order.getList("history", Document.class, List.of()).stream()
                .filter(step -> Order.Status.AWAITING_PAYMENT.name().equals(step.getString("status")))
                .findFirst()
                .map(step -> instant(step, "at"))
                .orElse(null);
    }

    /** In the format of events. */
    private static @Nullable String cancelReason(Document order) {
        var reason = order.getString("cancelReason");
        return reason == null ? null : reason.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** No service can have written this document. */
    static final class Unreadable extends RuntimeException {

        Unreadable(String reason) {
            super(reason);
        }
    }
}
