package dev.ticketing.orders.application;

import dev.ticketing.documents.RetryOnConflict;
import dev.ticketing.messaging.Replicas;
import dev.ticketing.orders.hold.HoldLimits;
import dev.ticketing.orders.hold.TooManyHolds;
import dev.ticketing.orders.order.HoldNotConfirmed;
import dev.ticketing.orders.order.Order;
import dev.ticketing.orders.order.OrderSettings;
import dev.ticketing.orders.order.OrderStatus;
import dev.ticketing.orders.order.Orders;
import dev.ticketing.orders.order.TicketNotForSale;
import dev.ticketing.orders.ticket.Ticket;
import dev.ticketing.orders.ticket.Tickets;
import dev.ticketing.web.idempotency.IdempotentRequests;
import dev.ticketing.web.idempotency.RequestKey;
import dev.ticketing.web.input.Paging;
import dev.ticketing.web.limits.ClientNetwork;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** One method per use case: load, let the order decide, save. */
@Service
public class OrderService {

    private final Orders orders;
    private final Tickets tickets;
    private final Replicas replicas;
    private final IdempotentRequests requests;
    private final HoldLimits limits;
    private final OrderSettings settings;
    private final Clock clock;

    OrderService(
            Orders orders,
            Tickets tickets,
            Replicas replicas,
            IdempotentRequests requests,
            HoldLimits limits,
            OrderSettings settings,
            Clock clock) {
        this.orders = orders;
        this.tickets = tickets;
        this.replicas = replicas;
        this.requests = requests;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Reserves the ticket, or refuses with the reason; of many concurrent requests exactly one succeeds. A repeated
     * request gets its order again.
     */
    Order place(String userId, ClientNetwork client, Optional<RequestKey> key, String ticketId, SeenTicket seen) {
        return requests.make(Order.class, key, madeBy -> place(userId, client, ticketId, seen, madeBy));
    }

    private Order place(
            String userId, ClientNetwork client, String ticketId, SeenTicket seen, Optional<String> madeBy) {
        var ticket = known(ticketId, seen);
        seen.requireStill(ticket);
        var order = Order.place(ticket, userId, clock.instant(), settings.window());
        orders.findByActiveTicketId(ticketId).ifPresent(holder -> {
            throw TicketNotForSale.heldBy(holder); // most requests of a crowd end here, after two reads
        });
        order.occupy(limits.freeSlot(userId, order.id()));
        limits.require(ticketId, userId, client);
        order.madeBy(madeBy);
        try {
            return limits.noted(inserted(order, userId), client);
        } catch (TicketNotForSale | TooManyHolds e) {
            limits.giveBack(userId, client);
            throw e;
        }
    }

    /** The ticket, at least at the version that the buyer saw. */
    private Ticket known(String ticketId, SeenTicket seen) {
        var ticket = replicas.await(ticketId, () -> tickets.findById(ticketId))
                .orElseThrow(() -> new TicketNotFound(ticketId));
        return seen.isAheadOf(ticket)
                ? replicas.awaitChange(
                        ticketId, () -> tickets.findById(ticketId).filter(found -> !seen.isAheadOf(found)))
                : ticket;
    }

    private Order inserted(Order order, String userId) {
        while (true) {
            try {
                return orders.insert(order);
            } catch (DuplicateKeyException e) {
                requireSlotTaken(e, order.ticket().id());
                order.occupy(limits.freeSlot(userId, order.id()));
            }
        }
    }

    /** Another order of this buyer took the slot first, which is no reason to refuse this one. */
    private void requireSlotTaken(DuplicateKeyException e, String ticketId) {
        if (!HoldLimits.isSlotTaken(e)) {
            throw orders.findByActiveTicketId(ticketId)
                    .map(TicketNotForSale::heldBy)
                    .orElseGet(() -> TicketNotForSale.reserved(ticketId));
        }
    }

    /** @throws OrderNotFound also if it belongs to another buyer */
    Order find(String userId, String orderId) {
        return orders.findById(orderId)
                .filter(order -> order.isOwnedBy(userId))
                .orElseThrow(() -> new OrderNotFound(orderId));
    }

    /** @param statuses the wanted ones; all if empty */
    List<Order> list(String userId, Set<OrderStatus> statuses, Paging paging) {
        var wanted = statuses.isEmpty() ? EnumSet.allOf(OrderStatus.class) : statuses;
        var limit = Limit.of(paging.lookAhead());
        var after = paging.idCursor();
        return after == null
                ? orders.findByUserIdAndStatusInOrderByIdDesc(userId, wanted, limit)
                : orders.findByUserIdAndStatusInAndIdLessThanOrderByIdDesc(userId, wanted, after, limit);
    }

    @RetryOnConflict
    void cancel(String userId, String orderId) {
        save(find(userId, orderId), order -> order.cancelByBuyer(clock.instant()));
    }

    /** @throws HoldNotConfirmed if tickets-service has not yet confirmed the reservation of this order */
    @RetryOnConflict
    public void claim(String orderId, String paymentId) {
        change(orderId, order -> order.claim(paymentId, replicaOf(order), clock.instant()));
    }

    private Ticket replicaOf(Order order) {
        var ticketId = order.ticket().id();
        return tickets.findById(ticketId).orElseThrow(() -> new TicketNotFound(ticketId));
    }

    @RetryOnConflict
    public void complete(String orderId, String paymentId) {
        change(orderId, order -> order.complete(paymentId, clock.instant()));
    }

    @RetryOnConflict
    void paymentFailed(String orderId, String paymentId) {
        change(orderId, order -> order.paymentFailed(paymentId, clock.instant()));
    }

    /** Cancels the order if it is overdue and undecided; returns its state afterwards. */
    @RetryOnConflict
    public Order expire(String orderId) {
        return change(orderId, order -> order.expire(clock.instant()));
    }

    @RetryOnConflict
    void ticketWithdrawn(String ticketId) {
        orders.findByActiveTicketId(ticketId)
                .ifPresent(held -> save(held, order -> order.ticketWithdrawn(clock.instant())));
    }

    @RetryOnConflict
    void ticketEdited(Ticket replica) {
        orders.findByActiveTicketId(replica.id())
                .ifPresent(held -> save(held, order -> order.ticketEdited(replica, clock.instant())));
    }

    /** Only a note for the buyer: it is no step of the order, and has no event. */
    @RetryOnConflict
    void delivered(String orderId, Instant at) {
        orders.findById(orderId).filter(order -> order.delivered(at)).ifPresent(orders::save);
    }

    private Order change(String orderId, Consumer<Order> decision) {
        return save(orders.findById(orderId).orElseThrow(() -> new OrderNotFound(orderId)), decision);
    }

    /** Saves only changes; a change always raises an event. */
    private Order save(Order order, Consumer<Order> decision) {
        decision.accept(order);
        return order.raisedEvents().isEmpty() ? order : orders.save(order);
    }
}
