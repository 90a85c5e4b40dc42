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
import dev.ticketing.messaging.Aggregate;
import dev.ticketing.orders.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A buyer's hold on a ticket. Placed, it has a deadline. A payment authorized before the deadline claims it, and from then on
 * neither expiry nor cancel can end it, only the capture can: complete if it succeeds, cancelled if it is refused for
 * good. Otherwise the deadline, the buyer or the withdrawal of the ticket cancels it. Complete and cancelled are final.
 *
 * <p>While it holds its ticket, {@code activeTicketId} is set; its unique index is what keeps a ticket from being
 * reserved twice (ADR 0002). Every method decides by this document and the time it is given, and nothing else.
 */
@Document("orders")
@CompoundIndex(name = "buyer_status", def = "{userId: 1, status: 1, _id: -1}")
@CompoundIndex(name = "deadline", def = "{status: 1, expiresAt: 1}")
class Order extends Aggregate {

    private String userId;
    private OrderStatus status;
    private CancelReason cancelReason;
    private Instant createdAt;
    private Instant expiresAt;
    private OrderedTicket ticket;
    private String paymentId;
    private List<Step> history = new ArrayList<>();

    @Indexed(unique = true, sparse = true)
    private String activeTicketId;

    /** The ticket as it was when the order was placed. */
    record OrderedTicket(String id, String title, long priceMinor, String currency, long version) {}

    /** What the order became, and when; the reason only when it was cancelled. */
    record Step(Instant at, OrderStatus status, CancelReason reason) {}

    Order() {}

    private Order(String id) {
        super(id);
    }

    /**
     * Reserves a ticket; the reservation stands once this is inserted.
     *
     * @throws OwnTicket if the buyer is the seller
     * @throws TicketNotForSale if the seller has withdrawn it
     */
    static Order place(Ticket ticket, String userId, Instant now, Duration window) {
        if (ticket.isSoldBy(userId)) {
            throw new OwnTicket(ticket.id());
        }
        if (ticket.isWithdrawn()) {
            throw TicketNotForSale.withdrawn(ticket.id());
        }
        var order = new Order(new ObjectId().toHexString());
        order.userId = userId;
        order.status = CREATED;
        order.history.add(new Step(now, CREATED, null));
        order.createdAt = now;
        order.expiresAt = now.plus(window);
        order.ticket = new OrderedTicket(
                ticket.id(), ticket.title(), ticket.priceMinor(), ticket.currency(), ticket.version());
        order.activeTicketId = ticket.id();
        order.raise(new OrderCreated(
                order.id(),
                userId,
                CREATED.toString(),
                order.expiresAt,
                new PricedTicket(ticket.id(), ticket.version(), ticket.priceMinor(), ticket.currency())));
        return order;
    }

    /** An authorized payment asks to be captured: granted before the deadline, and at the deadline the order expires. */
    void claim(String paymentId, Instant now) {
        if (isOverdue(now)) {
            cancel(CancelReason.EXPIRED, now);
        } else if (status == CREATED) {
            become(AWAITING_PAYMENT, null, now);
            this.paymentId = paymentId;
            raise(new OrderAwaitingPayment(id(), paymentId, ticketReference()));
        }
    }

    /** The payment that claimed this order is captured. */
    void complete(String paymentId, Instant now) {
        if (isClaimedBy(paymentId)) {
            become(COMPLETE, null, now);
            raise(new OrderCompleted(id(), paymentId, ticketReference()));
        }
    }

    /** The payment that claimed this order can never be captured. */
    void paymentFailed(String paymentId, Instant now) {
        if (isClaimedBy(paymentId)) {
            cancel(CancelReason.PAYMENT_FAILED, now);
        }
    }

    /** @throws OrderNotCancellable if it is paid or being paid; nothing happens if it is cancelled already */
    void cancelByBuyer(Instant now) {
        if (status == AWAITING_PAYMENT || status == COMPLETE) {
            throw new OrderNotCancellable(id(), status);
        }
        if (status == CREATED) {
            cancel(CancelReason.BUYER, now);
        }
    }

    void expire(Instant now) {
        if (isOverdue(now)) {
            cancel(CancelReason.EXPIRED, now);
        }
    }

    void ticketWithdrawn(Instant now) {
        if (status == CREATED) {
            cancel(CancelReason.TICKET_UNAVAILABLE, now);
        }
    }

    private void cancel(CancelReason reason, Instant now) {
        become(CANCELLED, reason, now);
        cancelReason = reason;
        activeTicketId = null;
        raise(new OrderCancelled(id(), reason.toString(), ticketReference()));
    }

    private void become(OrderStatus next, CancelReason reason, Instant now) {
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
        return status == AWAITING_PAYMENT && this.paymentId.equals(paymentId);
    }

    private TicketReference ticketReference() {
        return new TicketReference(ticket.id());
    }

    boolean isOwnedBy(String userId) {
        return this.userId.equals(userId);
    }

    /** Whether it still waits for its payment or its deadline. */
    boolean isUndecided() {
        return status == CREATED;
    }

    String userId() {
        return userId;
    }

    OrderStatus status() {
        return status;
    }

    CancelReason cancelReason() {
        return cancelReason;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    OrderedTicket ticket() {
        return ticket;
    }

    /** Its story so far, in the order of time. */
    List<Step> history() {
        return List.copyOf(history);
    }
}
