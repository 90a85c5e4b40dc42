package dev.ticketing.check.invariant;

import static java.util.stream.Collectors.toMap;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.Payment;
import dev.ticketing.check.evidence.StreamEvent;
import dev.ticketing.check.evidence.Ticket;
import dev.ticketing.check.invariant.Invariant.Findings;
import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.OrderEvent.PricedTicket;
import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.events.PaymentEvent.PaymentCreated;
import dev.ticketing.events.TicketEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The document of an aggregate matches its events, and an order has the price of its ticket at that time. */
final class ToldFacts {

    private final Map<String, Order> orders;
    private final Map<String, Payment> payments;
    private final Map<String, Ticket> tickets;
    private final Map<String, TicketEvent> ticketVersions = new HashMap<>();
    private final Findings findings;

    private ToldFacts(Evidence evidence, Findings findings) {
        this.orders = evidence.orders().stream().collect(toMap(Order::id, Function.identity()));
        this.payments = evidence.payments().stream().collect(toMap(Payment::id, Function.identity()));
        this.tickets = evidence.tickets().stream().collect(toMap(Ticket::id, Function.identity()));
        this.findings = findings;
        for (var stored : evidence.events()) {
            if (stored.event() instanceof TicketEvent ticket) {
                ticketVersions.putIfAbsent(version(ticket.aggregateId(), stored.version()), ticket);
            }
        }
    }

    static void check(Evidence evidence, Findings findings) {
        var facts = new ToldFacts(evidence, findings);
        var checked = new HashSet<String>();
        evidence.events().stream().filter(stored -> checked.add(stored.id())).forEach(facts::check);
    }

    private void check(StreamEvent stored) {
        switch (stored.event()) {
            case OrderCreated created -> placed(orders.get(created.id()), created);
            case OrderAwaitingPayment claimed -> paidBy(orders.get(claimed.id()), claimed.paymentId());
            case OrderCompleted completed -> paidBy(orders.get(completed.id()), completed.paymentId());
            case OrderCancelled cancelled -> cancelled(orders.get(cancelled.id()), cancelled);
            case PaymentAuthorized authorized -> authorized(payments.get(authorized.id()), authorized);
            case PaymentCreated captured -> captured(payments.get(captured.id()), captured);
            case TicketEvent ticket -> told(tickets.get(ticket.aggregateId()), ticket, stored.version());
            case null, default -> {}
        }
    }

    private void placed(@Nullable Order order, OrderCreated told) {
        if (order == null) {
            return;
        }
        requireTold("order", order.id(), "buyer", order.userId(), told.userId());
        requireTold("order", order.id(), "deadline", millis(order.expiresAt()), millis(told.expiresAt()));
        var bought = new PricedTicket(order.ticketId(), told.ticket().version(), order.priceMinor(), order.currency());
        requireTold("order", order.id(), "ticket", bought, told.ticket());
        var offered =
                ticketVersions.get(version(told.ticket().id(), told.ticket().version()));
        if (offered != null
                && (offered.priceMinor() != told.ticket().priceMinor()
                        || !offered.currency().equals(told.ticket().currency()))) {
            findings.add(
                    List.of("order:" + order.id(), "ticket:" + order.ticketId()),
                    "ordered for %d %s (expected: %d %s, the offered price)",
                    told.ticket().priceMinor(),
                    told.ticket().currency(),
                    offered.priceMinor(),
                    offered.currency());
        }
    }

    private void paidBy(@Nullable Order order, String paymentId) {
        if (order != null) {
            requireTold("order", order.id(), "payment", order.paymentId(), paymentId);
        }
    }

    private void cancelled(@Nullable Order order, OrderCancelled told) {
        if (order != null) {
            requireTold("order", order.id(), "reason of the cancellation", order.cancelReason(), told.reason());
        }
    }

    private void authorized(@Nullable Payment payment, PaymentAuthorized told) {
        if (payment != null) {
            requireTold("payment", payment.id(), "order", payment.orderId(), told.orderId());
            requireTold("payment", payment.id(), "amount", payment.amountMinor(), told.amountMinor());
            requireTold("payment", payment.id(), "currency", payment.currency(), told.currency());
        }
    }

    private void captured(@Nullable Payment payment, PaymentCreated told) {
        if (payment != null) {
            requireTold("payment", payment.id(), "intent", payment.stripeId(), told.stripeId());
            requireTold("payment", payment.id(), "captured amount", payment.amountMinor(), told.amountMinor());
        }
    }

    /** The last event contains the current state; the transitions cover the status. */
    private void told(@Nullable Ticket ticket, TicketEvent told, long version) {
        if (ticket != null && ticket.version() == version) {
            requireTold("ticket", ticket.id(), "seller", ticket.userId(), told.userId());
            requireTold("ticket", ticket.id(), "title", ticket.title(), told.title());
            requireTold("ticket", ticket.id(), "price", ticket.priceMinor(), told.priceMinor());
            requireTold("ticket", ticket.id(), "currency", ticket.currency(), told.currency());
        }
    }

    private void requireTold(String noun, String id, String what, @Nullable Object actual, Object told) {
        if (!told.equals(actual)) {
            findings.add(noun + ":" + id, "%s is %s, but its event said %s", what, actual, told);
        }
    }

    /** In the precision of a database. */
    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private static String version(String ticketId, long version) {
        return ticketId + ":" + version;
    }
}
