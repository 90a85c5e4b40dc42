package dev.ticketing.check.history;

import static java.util.Map.entry;

import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.Payment;
import dev.ticketing.check.evidence.StreamEvent;
import dev.ticketing.check.evidence.Ticket;
import dev.ticketing.events.Event;
import dev.ticketing.events.ExpirationEvent;
import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.events.PaymentEvent.PaymentCreated;
import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.events.PaymentEvent.PaymentRefunded;
import dev.ticketing.events.PaymentEvent.PaymentVoided;
import dev.ticketing.events.TicketEvent;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The legal successors of states, written independently, so that the services are not checked against
 * themselves.
 */
public final class Transitions {

    private static final String NOTHING = "nothing";

    private static final Map<Object, Set<Object>> NEXT = Map.ofEntries(
            entry(Order.Status.CREATED, Set.of(Order.Status.AWAITING_PAYMENT, Order.Status.CANCELLED)),
            entry(Order.Status.AWAITING_PAYMENT, Set.of(Order.Status.COMPLETE, Order.Status.CANCELLED)),
            entry(Order.Status.COMPLETE, Set.of()),
            entry(Order.Status.CANCELLED, Set.of()),
            entry(Payment.Status.PENDING, stillPaying(Payment.Status.REQUIRES_ACTION)),
            entry(Payment.Status.REQUIRES_ACTION, stillPaying(Payment.Status.PENDING)),
            entry(
                    Payment.Status.AUTHORIZED,
                    Set.of(Payment.Status.CAPTURED, Payment.Status.FAILED, Payment.Status.VOIDED)),
            entry(Payment.Status.CAPTURED, Set.of(Payment.Status.REFUNDED)),
            entry(Payment.Status.FAILED, Set.of()),
            entry(Payment.Status.VOIDED, Set.of()),
            entry(Payment.Status.REFUNDED, Set.of()),
            entry(
                    Ticket.Status.AVAILABLE,
                    Set.of(
                            Ticket.Status.AVAILABLE,
                            Ticket.Status.RESERVED,
                            Ticket.Status.SOLD,
                            Ticket.Status.WITHDRAWN,
                            Ticket.Status.ENDED)),
            entry(
                    Ticket.Status.RESERVED,
                    Set.of(Ticket.Status.RESERVED, Ticket.Status.AVAILABLE, Ticket.Status.SOLD, Ticket.Status.ENDED)),
            entry(Ticket.Status.ENDED, Set.of(Ticket.Status.ENDED, Ticket.Status.RESERVED, Ticket.Status.SOLD)),
            entry(Ticket.Status.WITHDRAWN, Set.of(Ticket.Status.WITHDRAWN, Ticket.Status.SOLD)),
            entry(Ticket.Status.SOLD, Set.of(Ticket.Status.SOLD)), // to the same order
            entry(
                    NOTHING,
                    Set.of(
                            Order.Status.CREATED,
                            Payment.Status.AUTHORIZED,
                            Payment.Status.VOIDED,
                            Ticket.Status.AVAILABLE)));

    /** A payment is stored before there is anything to publish. */
    private static final Set<Object> FIRST_STORED =
            Set.of(Order.Status.CREATED, Payment.Status.PENDING, Ticket.Status.AVAILABLE);

    private Transitions() {}

    private static Set<Object> stillPaying(Payment.Status other) {
        return Set.of(other, Payment.Status.AUTHORIZED, Payment.Status.CAPTURED, Payment.Status.VOIDED);
    }

    /**
     * Whether a document may be written with this state.
     *
     * @param before its state until now, unless it is new
     */
    public static boolean mayBeWritten(@Nullable Object before, Object now) {
        return before == null
                ? FIRST_STORED.contains(now)
                : now.equals(before) || after(before).contains(now);
    }

    /**
     * The first illegal step, if there is one.
     *
     * @param history by version
     */
    public static Optional<String> illegal(Collection<StreamEvent> history) {
        Object before = NOTHING;
        String soldTo = null;
        for (var stored : history) {
            var now = status(stored.event());
            if (now == null) {
                return Optional.empty();
            }
            var next = after(before);
            if (!next.contains(now)) {
                return Optional.of("%s after %s at version %d (expected: %s)"
                        .formatted(now, before, stored.version(), next.isEmpty() ? "nothing more" : next));
            }
            if (now == Ticket.Status.SOLD && stored.event() instanceof TicketEvent ticket) {
                if (soldTo != null && !soldTo.equals(ticket.orderId())) {
                    return Optional.of("sold to order %s after order %s at version %d"
                            .formatted(ticket.orderId(), soldTo, stored.version()));
                }
                soldTo = ticket.orderId();
            }
            before = now;
        }
        return Optional.empty();
    }

    private static Set<Object> after(Object state) {
        return Objects.requireNonNull(NEXT.get(state));
    }

    /** The status of its aggregate after this event; absent if unknown. */
    public static @Nullable Object status(@Nullable Event event) {
        return switch (event) {
            case null -> null;
            case OrderCreated _ -> Order.Status.CREATED;
            case OrderAwaitingPayment _ -> Order.Status.AWAITING_PAYMENT;
            case OrderCompleted _ -> Order.Status.COMPLETE;
            case OrderCancelled _ -> Order.Status.CANCELLED;
            case PaymentAuthorized _ -> Payment.Status.AUTHORIZED;
            case PaymentCreated _ -> Payment.Status.CAPTURED;
            case PaymentFailed _ -> Payment.Status.FAILED;
            case PaymentVoided _ -> Payment.Status.VOIDED;
            case PaymentRefunded _ -> Payment.Status.REFUNDED;
            case TicketEvent ticket -> Ticket.Status.valueOf(ticket.status().toUpperCase(Locale.ROOT));
            case ExpirationEvent _ -> null;
        };
    }
}
