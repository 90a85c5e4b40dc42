package dev.ticketing.orders.application;

import static java.util.Comparator.naturalOrder;

import dev.ticketing.orders.order.Order;
import dev.ticketing.orders.order.OrderSettings;
import dev.ticketing.orders.order.OrderStatus;
import dev.ticketing.orders.order.Orders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The safety net under the timers: expires orders that the timers have missed, before any of them is overdue by 5
 * seconds.
 */
@Component
class OverdueOrders {

    private static final Logger log = LoggerFactory.getLogger(OverdueOrders.class);
    private static final Duration TIMERS_HAVE_FIRST_TRY = Duration.ofSeconds(2);
    private static final Duration HORIZON = Duration.ofSeconds(2);
    private static final Limit AT_ONCE = Limit.of(500);

    private final Orders orders;
    private final OrderService service;
    private final OrderSettings settings;
    private final Clock clock;
    private Instant lastSweep = Instant.MAX;
    private Instant nextSweep = Instant.MIN;

    OverdueOrders(Orders orders, OrderService service, OrderSettings settings, Clock clock) {
        this.orders = orders;
        this.service = service;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void sweep() {
        var now = clock.instant();
        var isSetBack = now.isBefore(lastSweep);
        if (now.isBefore(nextSweep) && !isSetBack) {
            return;
        }
        var overdue = ordersDueBy(now.minus(TIMERS_HAVE_FIRST_TRY));
        overdue.forEach(order -> service.expire(order.id()));
        if (!overdue.isEmpty()) {
            log.info("overdue={} expired by the sweep", overdue.size());
        }
        lastSweep = now;
        nextSweep = overdue.isEmpty() ? earliestDeadlineAfter(now).plus(TIMERS_HAVE_FIRST_TRY) : now;
    }

    /** Beyond the horizon another order may have an earlier deadline: a reservation ends when its event begins. */
    private Instant earliestDeadlineAfter(Instant now) {
        if (settings.window().compareTo(HORIZON) < 0) {
            return now;
        }
        var soon = ordersDueBy(now.plus(HORIZON));
        return soon.size() == AT_ONCE.max()
                ? now
                : soon.stream().map(Order::expiresAt).min(naturalOrder()).orElse(now.plus(HORIZON));
    }

    private List<Order> ordersDueBy(Instant deadline) {
        return orders.findByStatusAndExpiresAtLessThanEqual(OrderStatus.CREATED, deadline, AT_ONCE);
    }
}
