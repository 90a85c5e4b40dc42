package dev.ticketing.messaging.outbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ticketing.messaging.Phases;
import dev.ticketing.messaging.wire.EventMessage;
import dev.ticketing.messaging.wire.EventStream;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Publishes the events in the outboxes and then removes them: right after the save, from memory; and by a sweep the
 * events that a crash or an unavailable server left behind. Any number of instances may do so concurrently: the server
 * drops duplicate message ids, and consumers drop the rest.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(10);
    /** After a start or a failure, when an event may have been left behind. */
    private static final Duration SWEEP_INTERVAL_IN_TROUBLE = Duration.ofSeconds(1);

    private static final Duration TROUBLE_LASTS = Duration.ofSeconds(15);
    private static final Duration LEFT_BEHIND_AFTER = Duration.ofSeconds(3);
    private static final Duration DRAIN_AT_MOST = Duration.ofSeconds(15);
    private static final int SWEEP_LIMIT = 500;

    private record Outbox(String collection, String id, List<EventMessage> outbox) {}

    /** Wakes the relay. */
    private static final Outbox NOTHING = new Outbox("", "", List.of());

    private final Supplier<MongoOperations> mongo;
    private final EventStream stream;
    private final Clock clock;
    private final BlockingQueue<Outbox> queue = new LinkedBlockingQueue<>();
    private final ConcurrentMap<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    /** Also those whose entries are being removed. */
    private final Set<CompletableFuture<Void>> unsettled = ConcurrentHashMap.newKeySet();

    private volatile boolean running;
    private volatile long trouble;
    private @Nullable Thread relay;

    public OutboxRelay(Supplier<MongoOperations> mongo, EventStream stream, Clock clock) {
        this.mongo = mongo;
        this.stream = stream;
        this.clock = clock;
    }

    /** Publishes these entries soon, in their order. Never blocks, never fails. */
    void publish(String collection, String id, List<EventMessage> entries) {
        if (!entries.isEmpty()) {
            queue.add(new Outbox(collection, id, entries));
        }
    }

    @Override
    public void start() {
        running = true;
        trouble = System.nanoTime();
        relay = Thread.ofVirtual().name("outbox-relay").start(this::relay);
    }

    private void relay() {
        var lastSweep = System.nanoTime() - SWEEP_INTERVAL.toNanos(); // a clock that is set back does not delay it
        while (running || !queue.isEmpty()) {
            try {
                var outbox = queue.poll(sweepInterval().toMillis(), TimeUnit.MILLISECONDS);
                if (outbox != null) {
                    publish(outbox);
                }
                if (System.nanoTime() - lastSweep >= sweepInterval().toNanos()) {
                    lastSweep = System.nanoTime();
                    sweep(clock.instant().minus(LEFT_BEHIND_AFTER));
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                trouble = System.nanoTime();
                log.warn("outbox relay: {}; trying again", e.getMessage());
            }
        }
        if (isInTrouble()) {
            sweepBeforeTheEnd();
        }
    }

    private void sweepBeforeTheEnd() {
        try {
            sweep(clock.instant());
        } catch (RuntimeException e) {
            log.warn("outbox relay: {}; the next start publishes what is left", e.getMessage());
        }
    }

    private boolean isInTrouble() {
        return System.nanoTime() - trouble < TROUBLE_LASTS.toNanos();
    }

    private Duration sweepInterval() {
        return isInTrouble() ? SWEEP_INTERVAL_IN_TROUBLE : SWEEP_INTERVAL;
    }

    private void leaveToTheSweep() {
        trouble = System.nanoTime();
        queue.add(NOTHING);
    }

    private void publish(Outbox outbox) {
        outbox.outbox().forEach(entry -> publish(outbox, entry));
    }

    private void publish(Outbox outbox, EventMessage entry) {
        underWay.computeIfAbsent(
                entry.messageId(),
                id -> noted(stream.publish(entry)
                        .handleAsync((ack, failure) -> settle(outbox, entry, failure), Thread::startVirtualThread)));
    }

    private CompletableFuture<Void> noted(CompletableFuture<Void> settled) {
        unsettled.add(settled);
        settled.whenComplete((nothing, failure) -> unsettled.remove(settled));
        return settled;
    }

    private Void settle(Outbox outbox, EventMessage entry, Throwable failure) {
        // before the removal: if a later save brings the entry back, that save can publish and remove it again
        underWay.remove(entry.messageId());
        if (failure == null) {
            pull(outbox, entry);
        } else if (!running && isWithoutResponse(failure)) {
            publish(outbox, entry); // no sweep follows a stop
        } else {
            log.warn("event={} not published: {}; the sweep will", entry.messageId(), failure.getMessage());
            leaveToTheSweep();
        }
        return null;
    }

    /** The client cancels a request that has waited for some seconds. */
    private static boolean isWithoutResponse(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof TimeoutException || cause instanceof CancellationException;
    }

    private void pull(Outbox outbox, EventMessage entry) {
        try {
            var published = new Update().pull("outbox", query(where("messageId").is(entry.messageId())));
            mongo.get().updateFirst(query(where("_id").is(outbox.id())), published, outbox.collection());
        } catch (RuntimeException e) {
            log.warn(
                    "event={} published but still in the outbox: {}; the sweep will",
                    entry.messageId(),
                    e.getMessage());
            leaveToTheSweep();
        }
    }

    private void sweep(Instant recordedBefore) {
        var leftBehind = query(where("outbox.recordedAt").lt(recordedBefore)).limit(SWEEP_LIMIT);
        for (var collection : aggregateCollections()) {
            for (var left : mongo.get().find(leftBehind, LeftBehind.class, collection)) {
                trouble = System.nanoTime();
                publish(new Outbox(collection, left.id(), left.outbox()));
            }
        }
    }

    List<String> aggregateCollections() {
        return mongo.get().getConverter().getMappingContext().getPersistentEntities().stream()
                .filter(entity -> Aggregate.class.isAssignableFrom(entity.getType()))
                .filter(entity -> !Modifier.isAbstract(entity.getType().getModifiers()))
                .map(entity -> mongo.get().getCollectionName(entity.getType()))
                .toList();
    }

    private record LeftBehind(String id, List<EventMessage> outbox) {}

    /**
     * Publishes the remaining events before the process ends, if the server responds; otherwise the sweep after the
     * next start does.
     */
    @Override
    public void stop() {
        running = false;
        try {
            var end = System.nanoTime() + DRAIN_AT_MOST.toNanos();
            Objects.requireNonNull(relay, "not started").join(DRAIN_AT_MOST);
            while (!unsettled.isEmpty()) {
                CompletableFuture.allOf(unsettled.toArray(CompletableFuture[]::new))
                        .get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("stopped with {} events in outboxes; the next start publishes them", unsettled.size());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.OUTBOX_RELAY;
    }
}
