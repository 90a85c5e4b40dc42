package dev.ticketing.stripesandbox.webhook;

import dev.ticketing.stripesandbox.event.Event;
import dev.ticketing.stripesandbox.store.Json;
import dev.ticketing.stripesandbox.store.Store;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends due deliveries, a few at a time, each in a virtual thread; at startup also those that an earlier process left.
 */
@Component
class Dispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final int AT_ONCE = 8;

    private final Store store;
    private final DeliveryQueue queue;
    private final Endpoint endpoint;
    private final DeliveryLog deliveries;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private volatile Thread loop;

    Dispatcher(Store store, DeliveryQueue queue, Endpoint endpoint, DeliveryLog deliveries, Clock clock) {
        this.store = store;
        this.queue = queue;
        this.endpoint = endpoint;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public void start() {
        store.inTransaction(() -> store.newestFirst(Delivery.class).toList()).forEach(queue::add);
        loop = Thread.ofVirtual().name("webhooks").start(this::run);
    }

    @Override
    public void stop() {
        loop.interrupt();
        loop = null;
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                var delivery = queue.take();
                free.acquire();
                Thread.ofVirtual().name("webhook").start(() -> deliver(delivery));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Delivery delivery) {
        try {
            var payload = store.find(Event.class, delivery.event()).map(Json.MAPPER::writeValueAsString);
            if (store.find(Delivery.class, delivery.id()).isEmpty()) {
                return;
            }
            var status = payload.isEmpty() ? 410 : endpoint.send(payload.get(), Signature.VALID);
            deliveries.add(delivery, status);
            settle(delivery, payload.isEmpty() || (status >= 200 && status < 300));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    private void settle(Delivery delivery, boolean done) {
        var next = delivery.failed(clock.millis());
        store.inTransaction(() -> {
            if (done || next.givenUp()) {
                store.remove(Delivery.class, delivery.id());
            } else if (store.find(Delivery.class, delivery.id()).isPresent()) {
                store.put(next);
                store.afterCommit(() -> queue.add(next));
            }
            return null;
        });
        if (!done) {
            log.warn("webhook={} type={} attempt={} failed", delivery.event(), delivery.type(), next.attempts());
        }
    }
}
