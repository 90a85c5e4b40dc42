package dev.ticketing.expiration;

import dev.ticketing.events.OrderEvent;
import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.messaging.EventReplay;
import dev.ticketing.messaging.EventReplay.NotReplayed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Restores missing timers from the stream of orders: at every start, and whenever Redis may have lost some. It runs
 * beside the consumer of the same stream. An order that ends at that moment may keep its timer, which orders-service
 * ignores.
 */
@Component
class TimerRebuild implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TimerRebuild.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Timers timers;
    private final EventReplay replay;
    private final ExpirationSettings settings;
    private final Clock clock;
    private volatile boolean running;
    private boolean rebuilt;
    private @Nullable Thread watch;

    TimerRebuild(Timers timers, EventReplay replay, ExpirationSettings settings, Clock clock) {
        this.timers = timers;
        this.replay = replay;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        watch = Thread.ofVirtual().name("timer-rebuild").start(this::watch);
    }

    private void watch() {
        while (running) {
            rebuildIfNeeded();
            try {
                Thread.sleep(INTERVAL);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void rebuildIfNeeded() {
        try {
            if (!rebuilt || !timers.areComplete()) {
                rebuild();
                rebuilt = true;
            }
        } catch (RedisException e) {
            rebuilt = false; // timers of events during the outage may be set much later, by the redelivered events
        } catch (NotReplayed e) {
            log.info("timers not rebuilt yet: {}", e.getMessage());
        }
    }

    private void rebuild() {
        var server = timers.server();
        var open = openOrders();
        timers.setAll(open);
        timers.markComplete(server);
        log.info("timers={} rebuilt from the last {} of orders", open.size(), settings.rebuildFrom());
    }

    private Map<String, Instant> openOrders() {
        var open = new HashMap<String, Instant>();
        replay.replay(OrderEvent.class, clock.instant().minus(settings.rebuildFrom()), event -> {
            switch (event) {
                case OrderCreated created -> open.put(created.id(), created.expiresAt());
                case OrderCancelled cancelled -> open.remove(cancelled.id());
                case OrderCompleted completed -> open.remove(completed.id());
                case OrderAwaitingPayment _ -> {} // may still be cancelled, by another event
            }
        });
        return open;
    }

    @Override
    public void stop() {
        running = false;
        Objects.requireNonNull(watch, "not started").interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
