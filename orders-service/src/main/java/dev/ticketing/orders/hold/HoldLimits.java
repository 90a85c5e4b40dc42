package dev.ticketing.orders.hold;

import dev.ticketing.orders.order.CancelReason;
import dev.ticketing.orders.order.Order;
import dev.ticketing.orders.order.OrderSettings;
import dev.ticketing.orders.order.OrderStatus;
import dev.ticketing.orders.order.Orders;
import dev.ticketing.web.limits.ClientNetwork;
import dev.ticketing.web.limits.LimitExceeded;
import dev.ticketing.web.limits.Limiter;
import dev.ticketing.web.limits.Quota;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Prevents reservations that are not paid (ADR 0029): a cap of open reservations per buyer, a pause before the same
 * ticket may be reserved again, and hourly limits per buyer and per client.
 */
@Component
public class HoldLimits {

    /** How long a lapsed reservation counts. */
    static final Duration MEMORY = Duration.ofDays(1);

    private static final Set<CancelReason> LAPSES = Set.of(CancelReason.BUYER, CancelReason.EXPIRED);
    private static final Limit NEWEST = Limit.of(100);
    private static final int LAPSES_THAT_NEIGHBOURS_MAY_HAVE = 2;
    private static final int DOUBLINGS = 10;

    private final Orders orders;
    private final HoldClients clients;
    private final Limiter limiter;
    private final OrderSettings settings;
    private final Quota ofBuyer;
    private final Quota ofClient;
    private final Clock clock;

    HoldLimits(Orders orders, HoldClients clients, Limiter limiter, OrderSettings settings, Clock clock) {
        this.orders = orders;
        this.clients = clients;
        this.limiter = limiter;
        this.settings = settings;
        this.ofBuyer = new Quota("orders", "account", settings.perBuyer());
        this.ofClient = new Quota("orders", "client", settings.perClient());
        this.clock = clock;
    }

    /**
     * Call this when the ticket is available.
     *
     * @throws HeldBefore if this buyer or client must leave the ticket to others for a while
     * @throws LimitExceeded if they have placed too many orders
     */
    public void require(String ticketId, String userId, ClientNetwork client) {
        requirePauseOver(ticketId, userId, client);
        limiter.take(ofBuyer, userId);
        try {
            limiter.take(ofClient, client.name());
        } catch (LimitExceeded e) {
            limiter.giveBack(ofBuyer, userId);
            throw e;
        }
    }

    /** No order was created. */
    public void giveBack(String userId, ClientNetwork client) {
        limiter.giveBack(ofBuyer, userId);
        limiter.giveBack(ofClient, client.name());
    }

    private void requirePauseOver(String ticketId, String userId, ClientNetwork client) {
        var since = clock.instant().minus(MEMORY);
        var lapsed = orders.findByTicketIdAndCancelReasonInAndCreatedAtAfterOrderByCreatedAtDesc(
                ticketId, LAPSES, since, NEWEST);
        if (lapsed.isEmpty()) {
            return;
        }
        requirePauseOver(
                lapsed.stream().filter(order -> order.isOwnedBy(userId)).toList(), 0);
        var ids = lapsed.stream().map(Order::id).toList();
        var neighbours = clients.findByOrderIdInAndClient(ids, client.name()).stream()
                .map(HoldClient::orderId)
                .collect(Collectors.toSet());
        requirePauseOver(
                lapsed.stream().filter(order -> neighbours.contains(order.id())).toList(),
                LAPSES_THAT_NEIGHBOURS_MAY_HAVE);
    }

    /** The pause doubles after each lapse. */
    private void requirePauseOver(List<Order> lapses, int forgiven) {
        if (lapses.size() <= forgiven) {
            return;
        }
        var doublings = Math.min(lapses.size() - forgiven - 1, DOUBLINGS);
        var last = lapses.stream().map(Order::changedAt).max(Comparator.naturalOrder());
        var over = last.orElseThrow().plus(settings.heldBeforePause().multipliedBy(1L << doublings));
        if (over.isAfter(clock.instant())) {
            throw new HeldBefore(Duration.between(clock.instant(), over));
        }
    }

    /**
     * A slot that no open order of the buyer has. Concurrent orders start at different slots.
     *
     * @throws TooManyHolds if there is none
     */
    public int freeSlot(String userId, String orderId) {
        var open = orders.findByUserIdAndStatusInOrderByExpiresAt(userId, OrderStatus.open());
        var slots = settings.openHoldsPerBuyer();
        if (open.size() >= slots) {
            var next = open.getFirst().expiresAt();
            throw new TooManyHolds(open.size(), Duration.between(clock.instant(), next));
        }
        var taken = open.stream().map(Order::holdSlot).collect(Collectors.toSet());
        var first = Math.floorMod(orderId.hashCode(), slots);
        return IntStream.range(first, first + slots)
                .map(slot -> slot % slots)
                .filter(slot -> !taken.contains(slot))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the insert of an order failed because of its slot; the ticket may still be available. */
    public static boolean isSlotTaken(DuplicateKeyException e) {
        return String.valueOf(e.getMessage()).split("dup key", 2)[0].contains("holdSlot");
    }

    /** Stores the network of the order, in case the order lapses. */
    public Order noted(Order order, ClientNetwork client) {
        clients.insert(
                new HoldClient(order.id(), client.name(), order.createdAt().plus(MEMORY)));
        return order;
    }
}
