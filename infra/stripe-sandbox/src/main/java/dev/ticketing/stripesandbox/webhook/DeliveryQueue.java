package dev.ticketing.stripesandbox.webhook;

import dev.ticketing.stripesandbox.SandboxReset;
import java.time.Clock;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deliveries in the order of their due times. */
@Component
class DeliveryQueue {

    private final DelayQueue<Due> queue = new DelayQueue<>();
    private final Clock clock;

    DeliveryQueue(Clock clock) {
        this.clock = clock;
    }

    void add(Delivery delivery) {
        queue.add(new Due(delivery, clock));
    }

    /** Waits for the next due delivery. */
    Delivery take() throws InterruptedException {
        return queue.take().delivery();
    }

    @EventListener(SandboxReset.class)
    void clear() {
        queue.clear();
    }

    private record Due(Delivery delivery, Clock clock) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(delivery.dueAtMillis() - clock.millis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(delivery.dueAtMillis(), ((Due) other).delivery().dueAtMillis());
        }
    }
}
