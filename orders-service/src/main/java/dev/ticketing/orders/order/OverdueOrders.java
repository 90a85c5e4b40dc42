package dev.ticketing.orders.order;

import java.time.Clock;
import java.time.Duration;
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
    private static final Limit AT_ONCE = Limit.of(500);

    private final Orders orders;
    private final OrderService service;
    private final Clock clock;

    OverdueOrders(Orders orders, OrderService service, Clock clock) {
        this.orders = orders;
        this.service = service;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void sweep() {
        var missed = clock.instant().minus(TIMERS_HAVE_FIRST_TRY);
        var overdue = orders.findByStatusAndExpiresAtLessThanEqual(OrderStatus.CREATED, missed, AT_ONCE);
        overdue.forEach(order -> service.expire(order.id()));
        if (!overdue.isEmpty()) {
            log.info("overdue={} expired by the sweep", overdue.size());
        }
    }
}
