package dev.ticketing.orders.order;

import dev.ticketing.messaging.Creation;
import dev.ticketing.messaging.Replicas;
import dev.ticketing.messaging.RetryOnConflict;
import dev.ticketing.orders.ticket.Tickets;
import dev.ticketing.web.FirstAnswers;
import dev.ticketing.web.IdempotencyKey;
import dev.ticketing.web.Paging;
import java.time.Clock;
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
class OrderService {

    private final Orders orders;
    private final Tickets tickets;
    private final FirstAnswers firstAnswers;
    private final OrderSettings settings;
    private final Clock clock;

    OrderService(Orders orders, Tickets tickets, FirstAnswers firstAnswers, OrderSettings settings, Clock clock) {
        this.orders = orders;
        this.tickets = tickets;
        this.firstAnswers = firstAnswers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reserves the ticket, or says why not; of many at once exactly one succeeds. A repeated request gets its order again. */
    Order place(String userId, Optional<IdempotencyKey> key, String ticketId) {
        return firstAnswers.make(Order.class, userId, key, creation -> place(userId, ticketId, creation));
    }

    private Order place(String userId, String ticketId, Creation creation) {
        var ticket = Replicas.await(() -> tickets.findById(ticketId)).orElseThrow(() -> new TicketNotFound(ticketId));
        var order = Order.place(ticket, userId, clock.instant(), settings.window());
        requireFewHolds(userId);
        order.createdBy(creation);
        try {
            return orders.insert(order);
        } catch (DuplicateKeyException e) {
            throw orders.findByActiveTicketId(ticketId)
                    .map(TicketNotForSale::heldBy)
                    .orElseGet(() -> TicketNotForSale.reserved(ticketId));
        }
    }

    private void requireFewHolds(String userId) {
        var open = orders.findByUserIdAndStatusInOrderByExpiresAt(userId, OrderStatus.open());
        if (open.size() >= settings.openHoldsPerBuyer()) {
            throw new TooManyHolds(open.size(), open.getFirst().expiresAt());
        }
    }

    /** @throws OrderNotFound also when it is somebody else's */
    Order find(String userId, String orderId) {
        return orders.findById(orderId)
                .filter(order -> order.isOwnedBy(userId))
                .orElseThrow(() -> new OrderNotFound(orderId));
    }

    /** @param statuses that they may have; any if there are none */
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

    @RetryOnConflict
    void claim(String orderId, String paymentId) {
        change(orderId, order -> order.claim(paymentId, clock.instant()));
    }

    @RetryOnConflict
    void complete(String orderId, String paymentId) {
        change(orderId, order -> order.complete(paymentId, clock.instant()));
    }

    @RetryOnConflict
    void paymentFailed(String orderId, String paymentId) {
        change(orderId, order -> order.paymentFailed(paymentId, clock.instant()));
    }

    /** Cancels the order if it is overdue and undecided; returns it as it is then. */
    @RetryOnConflict
    Order expire(String orderId) {
        return change(orderId, order -> order.expire(clock.instant()));
    }

    @RetryOnConflict
    void ticketWithdrawn(String ticketId) {
        orders.findByActiveTicketId(ticketId)
                .ifPresent(held -> save(held, order -> order.ticketWithdrawn(clock.instant())));
    }

    private Order change(String orderId, Consumer<Order> decision) {
        return save(orders.findById(orderId).orElseThrow(() -> new OrderNotFound(orderId)), decision);
    }

    /** Saves only what has changed, and a change always raises an event. */
    private Order save(Order order, Consumer<Order> decision) {
        decision.accept(order);
        return order.raisedEvents().isEmpty() ? order : orders.save(order);
    }
}
