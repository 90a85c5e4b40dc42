package dev.ticketing.orders.order;

import static dev.ticketing.orders.order.OrderStatus.AWAITING_PAYMENT;
import static dev.ticketing.orders.order.OrderStatus.CANCELLED;
import static dev.ticketing.orders.order.OrderStatus.COMPLETE;
import static dev.ticketing.orders.order.OrderStatus.CREATED;

import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.OrderEvent.PricedTicket;
import dev.ticketing.events.OrderEvent.TicketReference;
import dev.ticketing.events.TicketDetails;
import dev.ticketing.messaging.outbox.Aggregate;
import dev.ticketing.orders.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A buyer's reservation of a ticket. A placed order has a deadline. A payment authorized before the deadline claims the
 * order once tickets-service has confirmed the reservation (ADR 0027). From then on neither expiry nor cancellation can
 * end it, only the capture: the order is complete if it succeeds, and cancelled if it is permanently refused. Otherwise
 * the deadline, the buyer, or an edit or the withdrawal of the ticket cancels it. Complete and cancelled are final.
 *
 * <p>While the order reserves its ticket, {@code activeTicketId} is set; its unique index prevents a second reservation
 * (ADR 0002). Every method decides only from this document and the given time.
 */
@Document("orders")
@CompoundIndex(name = "buyer_status", def = "{userId: 1, status: 1, _id: -1}")
@CompoundIndex(name = "deadline", def = "{status: 1, expiresAt: 1}")
@CompoundIndex(name = "ticket_lapses", def = "{'ticket._id': 1, cancelReason: 1, createdAt: -1}")
public class Order extends Aggregate {

    private String userId;
    private OrderStatus status;
    private @Nullable CancelReason cancelReason;
    private Instant createdAt;
    private Instant expiresAt;
    private OrderedTicket ticket;
    private @Nullable String paymentId;
    private List<Step> history = new ArrayList<>();
    private @Nullable Instant deliveredAt;

    @Indexed(unique = true, sparse = true)
    private @Nullable String activeTicketId;

    /**
     * The buyer's slot for an unpaid order. A buyer has as many slots as reservations they may have at once, and the
     * unique index enforces the cap (ADR 0029).
     */
    @Indexed(unique = true, sparse = true)
    private @Nullable String holdSlot;

    /** Token of the request that placed it, if it had a key (ADR 0035). */
    @Indexed(unique = true, sparse = true)
    private @Nullable String madeBy;

    /** The ticket at the time of the order. */
    public record OrderedTicket(
            String id,
            String title,
            long priceMinor,
            String currency,
            long version,
            @Nullable TicketDetails details) {}

    /** A change of status and its time; the reason only if it was cancelled. */
    public record Step(
            Instant at, OrderStatus status, @Nullable CancelReason reason) {}

    @SuppressWarnings("NullAway.Init")
    Order() {}

    @SuppressWarnings("NullAway.Init")
    private Order(String id) {
        super(id);
    }

    /**
     * Reserves a ticket; inserting the order makes the reservation effective.
     *
     * @throws OwnTicket if the buyer is the seller
     * @throws TicketNotForSale if the seller has withdrawn it, or its event has begun
     */
    public static Order place(Ticket ticket, String userId, Instant now, Duration window) {
        if (ticket.isSoldBy(userId)) {
            throw new OwnTicket(ticket.id());
        }
        if (ticket.isWithdrawn()) {
            throw TicketNotForSale.withdrawn(ticket.id());
        }
        if (ticket.isEnded(now)) {
            throw TicketNotForSale.ended(ticket.id());
        }
        var order = new Order(new ObjectId().toHexString());
        order.userId = userId;
        order.status = CREATED;
        order.history.add(new Step(now, CREATED, null));
        order.createdAt = now;
        order.expiresAt = deadline(ticket, now.plus(window));
        order.ticket = new OrderedTicket(
                ticket.id(),
                ticket.title(),
                ticket.priceMinor(),
                ticket.currency(),
                ticket.version(),
                ticket.details());
        order.activeTicketId = ticket.id();
        order.raise(new OrderCreated(
                order.id(),
                userId,
                CREATED.toString(),
                order.expiresAt,
                new PricedTicket(ticket.id(), ticket.version(), ticket.priceMinor(), ticket.currency())));
        return order;
    }

    /** No reservation lasts longer than until the event begins. */
    private static Instant deadline(Ticket ticket, Instant latest) {
        return ticket.startsAt().filter(start -> start.isBefore(latest)).orElse(latest);
    }

    /** Call this before the insert, which fails if the request has placed an order before. */
    public void madeBy(Optional<String> token) {
        madeBy = token.orElse(null);
    }

    /** Call this before the insert, which fails if another open order of the buyer has this slot. */
    public void occupy(int slot) {
        holdSlot = userId + ":" + slot;
    }

    /**
     * Grants the capture of an authorized payment before the deadline; at the deadline the order expires.
     *
     * @throws HoldNotConfirmed if tickets-service has not yet confirmed the reservation of this order
     */
    public void claim(String paymentId, Ticket replica, Instant now) {
        if (isOverdue(now)) {
            cancel(CancelReason.EXPIRED, now);
        } else if (status == CREATED) {
            if (!replica.isHeldBy(id())) {
                throw new HoldNotConfirmed(id());
            }
            become(AWAITING_PAYMENT, null, now);
            this.paymentId = paymentId;
            raise(new OrderAwaitingPayment(id(), paymentId, ticketReference()));
        }
    }

    /** The payment that claimed this order has been captured. */
    public void complete(String paymentId, Instant now) {
        if (isClaimedBy(paymentId)) {
            become(COMPLETE, null, now);
            holdSlot = null;
            raise(new OrderCompleted(id(), paymentId, ticketReference(), userId));
        }
    }

    /** The payment that claimed this order can never be captured. */
    public void paymentFailed(String paymentId, Instant now) {
        if (isClaimedBy(paymentId)) {
            cancel(CancelReason.PAYMENT_FAILED, now);
        }
    }

    /** The buyer has opened their ticket; returns whether that is new. */
    public boolean delivered(Instant at) {
        var isNew = deliveredAt == null;
        deliveredAt = isNew ? at : deliveredAt;
        return isNew;
    }

    /** @throws OrderNotCancellable if it is paid or being paid; does nothing if it is already cancelled */
    public void cancelByBuyer(Instant now) {
        if (status == AWAITING_PAYMENT || status == COMPLETE) {
            throw new OrderNotCancellable(id(), status);
        }
        if (status == CREATED) {
            cancel(CancelReason.BUYER, now);
        }
    }

    public void expire(Instant now) {
        if (isOverdue(now)) {
            cancel(CancelReason.EXPIRED, now);
        }
    }

    public void ticketWithdrawn(Instant now) {
        if (status == CREATED) {
            cancel(CancelReason.TICKET_UNAVAILABLE, now);
        }
    }

    /** The seller has edited the ticket, and tickets-service processed the edit before this order. */
    public void ticketEdited(Ticket replica, Instant now) {
        if (status == CREATED && replica.isEditedSince(ticket.version())) {
            cancel(CancelReason.TICKET_CHANGED, now);
        }
    }

    private void cancel(CancelReason reason, Instant now) {
        become(CANCELLED, reason, now);
        cancelReason = reason;
        activeTicketId = null;
        holdSlot = null;
        raise(new OrderCancelled(id(), reason.toString(), ticketReference()));
    }

    private void become(OrderStatus next, @Nullable CancelReason reason, Instant now) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("order " + id() + " is " + status + " (cannot become " + next + ")");
        }
        status = next;
        history.add(new Step(now, next, reason));
    }

    private boolean isOverdue(Instant now) {
        return status == CREATED && !now.isBefore(expiresAt);
    }

    private boolean isClaimedBy(String paymentId) {
        return status == AWAITING_PAYMENT && paymentId.equals(this.paymentId);
    }

    private TicketReference ticketReference() {
        return new TicketReference(ticket.id());
    }

    public boolean isOwnedBy(String userId) {
        return this.userId.equals(userId);
    }

    /** Whether it still waits for its payment or its deadline. */
    public boolean isUndecided() {
        return status == CREATED;
    }

    public String userId() {
        return userId;
    }

    /** @return -1 if it has none, like orders of an older version */
    public int holdSlot() {
        return holdSlot == null ? -1 : Integer.parseInt(holdSlot.substring(holdSlot.lastIndexOf(':') + 1));
    }

    /** The time of the last change of status. */
    public Instant changedAt() {
        return history.getLast().at();
    }

    public OrderStatus status() {
        return status;
    }

    public @Nullable CancelReason cancelReason() {
        return cancelReason;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public OrderedTicket ticket() {
        return ticket;
    }

    /** When the buyer first opened their ticket. */
    public @Nullable Instant deliveredAt() {
        return deliveredAt;
    }

    /** Its changes of status so far, in time order. */
    public List<Step> history() {
        return List.copyOf(history);
    }
}
