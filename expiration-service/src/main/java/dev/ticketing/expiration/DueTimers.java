package dev.ticketing.expiration;

import dev.ticketing.events.ExpirationEvent.ExpirationComplete;
import dev.ticketing.messaging.EventPublisher;
import dev.ticketing.messaging.EventPublisher.NotPublished;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Publishes {@code expiration.complete} for every due timer: soon after its deadline and never before it, at least
 * once, concurrently with other instances.
 */
@Component
class DueTimers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DueTimers.class);
    private static final int AT_ONCE = 500;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);

    private final Timers timers;
    private final EventPublisher publisher;
    private final Clock clock;
    private volatile boolean running;
    private boolean away;
    private @Nullable Thread poller;

    DueTimers(Timers timers, EventPublisher publisher, Clock clock) {
        this.timers = timers;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        poller = Thread.ofVirtual().name("due-timers").start(this::poll);
    }

    private void poll() {
        while (running) {
            try {
                Thread.sleep(publishDue());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Returns how long no timer will be due. */
    private Duration publishDue() {
        try {
            var due = timers.claimDue(clock.instant(), AT_ONCE);
            publish(due);
            var pause = due.isEmpty() ? untilNext() : Duration.ZERO;
            noteRedis(false, "answers again");
            return pause;
        } catch (RedisException e) {
            noteRedis(
                    true,
                    String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
            return LONGEST_PAUSE;
        }
    }

    private void publish(List<String> orderIds) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            orderIds.forEach(orderId -> threads.execute(() -> publish(orderId)));
        }
    }

    private void publish(String orderId) {
        try {
            publisher.publish(new ExpirationComplete(orderId), 0);
            timers.remove(orderId);
            log.info("order={} expired", orderId);
        } catch (NotPublished | RedisException e) {
            log.warn("order={} timer kept, due again after its lease: {}", orderId, e.getMessage());
        }
    }

    private Duration untilNext() {
        return timers.next()
                .map(next -> Duration.between(clock.instant(), next))
                .filter(wait -> wait.compareTo(LONGEST_PAUSE) < 0)
                .map(wait -> wait.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : wait)
                .orElse(LONGEST_PAUSE);
    }

    /** Logs one line when Redis goes down and one when it is back, however long it is down. */
    private void noteRedis(boolean nowAway, String message) {
        if (running && nowAway != away) {
            log.warn("redis away={} {}", nowAway, message);
            away = nowAway;
        }
    }

    /** Timers that are claimed and not published by then are due again after their lease. */
    @Override
    public void stop() {
        running = false;
        Objects.requireNonNull(poller, "not started").interrupt();
        try {
            poller.join(LONGEST_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
