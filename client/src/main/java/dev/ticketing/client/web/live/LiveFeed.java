package dev.ticketing.client.web.live;

import dev.ticketing.client.web.cache.TicketNews;
import dev.ticketing.events.Event;
import dev.ticketing.events.OrderEvent;
import dev.ticketing.events.TicketEvent;
import dev.ticketing.messaging.EventFeed;
import dev.ticketing.messaging.EventFeed.Delivery;
import dev.ticketing.messaging.EventFeed.Listener;
import dev.ticketing.messaging.EventFeed.Subscription;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the events of tickets and orders once for the whole instance. Stops after the pause before a stop, and before
 * the web server.
 */
@Component
class LiveFeed implements SmartLifecycle {

    private static final int BEFORE_THE_WEB_SERVER = Integer.MAX_VALUE - 512;
    /** The changes of a busy minute or two: as many as a page misses between two instances, or during a short sleep. */
    private static final int MEMORY = 10_000;
    /**
     * As many as an instance can hold in a heap of 144 MB beside the pages (ADR 0019); further browsers poll instead.
     */
    static final int MOST = 2_500;
    /** Shorter than a proxy's timeout for an idle connection. */
    private static final Duration BEAT = Duration.ofSeconds(15);

    private final EventFeed feed;
    private final Hub hub = new Hub(MEMORY, MOST);
    private final TicketNews news;
    private volatile List<Subscription> subscriptions = List.of();
    private @Nullable ScheduledExecutorService heartbeat;

    LiveFeed(EventFeed feed, TicketNews news, MeterRegistry meters) {
        this.feed = feed;
        this.news = news;
        Gauge.builder("ticketing.live.streams", hub, Hub::size)
                .description("Open pages that receive live updates")
                .register(meters);
    }

    Hub hub() {
        return hub;
    }

    /** Whether the hub is up to date; false while the broker is down. */
    boolean isCurrent() {
        return !subscriptions.isEmpty() && subscriptions.stream().allMatch(Subscription::isCurrent);
    }

    @Override
    public void start() {
        hub.start();
        subscriptions = List.of(
                feed.listen(TicketEvent.class, MEMORY, listener(hub::ticketsBeginAfter, this::receiveTicket)),
                feed.listen(OrderEvent.class, MEMORY, listener(hub::ordersBeginAfter, this::receiveOrder)));
        heartbeat = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("live-beat").factory());
        heartbeat.scheduleAtFixedRate(hub::beat, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
    }

    private static <E extends Event> Listener<E> listener(LongConsumer begin, Consumer<Delivery<E>> receiver) {
        return new Listener<>() {
            @Override
            public void beginsAfter(long sequence) {
                begin.accept(sequence);
            }

            @Override
            public void receive(Delivery<E> delivery) {
                receiver.accept(delivery);
            }
        };
    }

    private void receiveTicket(Delivery<TicketEvent> delivery) {
        news.changed(); // first, because the notified pages query the cache and must not get the old state
        var ticket = delivery.event();
        hub.seller(delivery.sequence(), Change.ofSeller(ticket.userId(), delivery.sequence()));
        hub.ticket(
                delivery.sequence(),
                Change.ofTicket(ticket.id(), delivery.metadata().version(), ticket.status()));
    }

    private void receiveOrder(Delivery<OrderEvent> delivery) {
        hub.order(
                delivery.sequence(),
                Change.ofOrder(delivery.event().id(), delivery.metadata().version()));
    }

    @Override
    public void stop() {
        Objects.requireNonNull(heartbeat, "not started").shutdownNow();
        hub.drain();
        subscriptions.forEach(Subscription::close);
        subscriptions = List.of();
    }

    @Override
    public boolean isRunning() {
        return !subscriptions.isEmpty();
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
