package dev.ticketing.messaging.consumer;

import dev.ticketing.events.Published;
import dev.ticketing.messaging.wire.EventStream;
import dev.ticketing.messaging.wire.Topology;
import dev.ticketing.messaging.wire.Topology.TopologyMismatch;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.ConnectionListener.Events;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PullSubscribeOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pulls the events of one publisher through this service's durable consumer, which all its instances share. */
final class EventConsumer {

    private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);
    /** Few, so that no event spends its ack wait in a queue. */
    private static final int BATCH = 16;

    private static final int PLACES = 32;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    /** A pull ends this long after the next one has begun. */
    private static final Duration OVERLAP = Duration.ofSeconds(1);

    private static final Duration BETWEEN_INTERRUPTS = Duration.ofMillis(100);
    private static final int INTERRUPTS = 20;
    private static final Duration FLUSH_WITHIN = Duration.ofSeconds(1);
    /** Zero would wait without an end. */
    private static final Duration NO_WAIT = Duration.ofMillis(1);

    private final Published publisher;
    private final String durable;
    private final EventStream stream;
    private final Topology topology;
    private final MessageAcknowledger acknowledger;
    private final KeyedExecutor lanes;
    private final Duration pullEvery;
    private final ConnectionListener onReconnect = this::reconnected;
    private volatile boolean running;
    private volatile boolean reconnected;
    private volatile boolean subscribed;
    private @Nullable JetStreamSubscription inbox;
    private @Nullable Thread puller;

    /** @param pullEvery also the time for which a pull that the server has forgotten goes unnoticed */
    EventConsumer(
            Published publisher,
            EventStream stream,
            Topology topology,
            MessageAcknowledger acknowledger,
            int lanes,
            Duration pullEvery) {
        this.publisher = publisher;
        this.durable = acknowledger.consumer();
        this.stream = stream;
        this.topology = topology;
        this.acknowledger = acknowledger;
        this.lanes = new KeyedExecutor(durable, lanes, PLACES);
        this.pullEvery = pullEvery;
    }

    void start() {
        running = true;
        stream.connection().addConnectionListener(onReconnect);
        puller = Thread.ofVirtual().name(durable).start(this::run);
    }

    /** Whether the consumer exists on the server as declared. */
    boolean isSubscribed() {
        return subscribed;
    }

    String stream() {
        return publisher.stream();
    }

    String durable() {
        return durable;
    }

    private void run() {
        while (running) {
            try {
                topology.ensureConsumer(durable, publisher);
                subscribed = true;
                listen();
            } catch (InterruptedException e) {
                return;
            } catch (TopologyMismatch e) {
                log.error("consumer={} stays down: {}", durable, e.getMessage());
                return;
            } catch (Exception e) {
                log.info("consumer={} waits for its stream: {}", durable, e.getMessage());
                Thread.interrupted(); // by a reconnect; a stop interrupts again
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
            }
        }
    }

    /**
     * Returns when the server is silent. All pulls share one inbox, so a message that arrives as a pull expires is not
     * lost.
     */
    private void listen() throws IOException, JetStreamApiException, InterruptedException {
        inbox = stream.connection()
                .jetStream()
                .subscribe(null, PullSubscribeOptions.fastBind(publisher.stream(), durable));
        try {
            var lastSign = System.nanoTime();
            while (running && System.nanoTime() - lastSign < silence().toNanos()) {
                if (pullUntilReconnected(inbox)) {
                    lastSign = System.nanoTime();
                }
            }
        } finally {
            if (running) {
                inbox.unsubscribe();
            }
        }
    }

    /** In that time the server would have reported an expired pull; afterwards it has forgotten the consumer. */
    private Duration silence() {
        return pullEvery.multipliedBy(2).plus(OVERLAP);
    }

    /** A restarted server has forgotten the pull, and perhaps the consumer. */
    private void reconnected(Connection connection, Events event) {
        if (event == Events.RESUBSCRIBED) {
            reconnected = true;
            Objects.requireNonNull(puller).interrupt();
        }
    }

    private boolean pullUntilReconnected(JetStreamSubscription inbox)
            throws IOException, JetStreamApiException, InterruptedException {
        if (reconnected) {
            reconnected = false;
            topology.ensureConsumer(durable, publisher);
        }
        try {
            return pull(inbox);
        } catch (InterruptedException e) {
            if (!reconnected) {
                throw e;
            }
            return true;
        }
    }

    /**
     * Pulls again before the last pull expires, so that one is always open: the server silently drops an expired pull
     * when an event arrives at that moment.
     *
     * @return whether the server sent anything
     */
    private boolean pull(JetStreamSubscription inbox) throws InterruptedException {
        inbox.pullExpiresIn(BATCH, pullEvery.plus(OVERLAP));
        var end = System.nanoTime() + pullEvery.toNanos();
        var alive = false;
        var handed = 0;
        for (var left = pullEvery.toNanos(); left > 0 && handed < BATCH; left = end - System.nanoTime()) {
            var next = inbox.nextMessage(Duration.ofNanos(left));
            alive |= next != null || System.nanoTime() < end;
            if (next != null) {
                hand(next);
                handed++;
            }
        }
        return alive;
    }

    private void hand(Message message) {
        try {
            lanes.submit(acknowledger.key(message), () -> settle(message));
        } catch (InterruptedException e) {
            // the interrupt ends here, so that the other messages are given back, too
            acknowledger.giveBack(message);
        }
    }

    private void settle(Message message) {
        if (running) {
            acknowledger.settle(message);
        } else {
            acknowledger.giveBack(message);
        }
    }

    /**
     * Stops pulling and finishes the events in progress. Messages that have not begun are given back, and the server
     * delivers them to another instance.
     */
    void stop() {
        running = false;
        var thread = Objects.requireNonNull(puller, "not started");
        stream.connection().removeConnectionListener(onReconnect);
        try {
            // the first interrupt may hit it waiting for a place in a lane, the next one waiting for the server
            for (var tries = 0; tries < INTERRUPTS && !thread.join(BETWEEN_INTERRUPTS); tries++) {
                thread.interrupt();
            }
            giveBackArrivedMessages();
            lanes.drain();
            stream.connection().flush(FLUSH_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | IllegalStateException e) {
            log.info("consumer={} stopped without a broker: {}", durable, e.getMessage());
        }
    }

    /** Those that the server has sent and nobody has read; otherwise they would come back only after the ack wait. */
    private void giveBackArrivedMessages() throws InterruptedException {
        if (inbox == null || !inbox.isActive()) {
            return;
        }
        inbox.drain(FLUSH_WITHIN);
        for (var next = inbox.nextMessage(NO_WAIT); next != null; next = inbox.nextMessage(NO_WAIT)) {
            acknowledger.giveBack(next);
        }
    }
}
