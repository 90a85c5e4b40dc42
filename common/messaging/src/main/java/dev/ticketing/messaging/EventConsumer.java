package dev.ticketing.messaging;

import dev.ticketing.events.Published;
import dev.ticketing.messaging.Topology.TopologyMismatch;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PullSubscribeOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pulls the events of one publisher through this service's durable consumer, which all its instances share. */
final class EventConsumer {

    private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);
    /** Few, so that no event spends its ack wait in a queue. */
    private static final int BATCH = 32;

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration PULL_EXPIRES = Duration.ofSeconds(1);
    /** The server would have said by then that the pull has expired: it was restarted, or has forgotten the consumer. */
    private static final Duration UNANSWERED_AFTER = Duration.ofSeconds(2);

    private static final Duration BETWEEN_INTERRUPTS = Duration.ofMillis(100);
    private static final int INTERRUPTS = 20;
    private static final Duration FLUSH_WITHIN = Duration.ofSeconds(1);

    private final Published publisher;
    private final String durable;
    private final EventStream stream;
    private final Topology topology;
    private final Settlement settlement;
    private final Lanes lanes;
    private volatile boolean running;
    private volatile boolean subscribed;
    private Thread puller;

    EventConsumer(Published publisher, EventStream stream, Topology topology, Settlement settlement, int lanes) {
        this.publisher = publisher;
        this.durable = settlement.consumer();
        this.stream = stream;
        this.topology = topology;
        this.settlement = settlement;
        this.lanes = new Lanes(durable, lanes, BATCH);
    }

    void start() {
        running = true;
        puller = Thread.ofVirtual().name(durable).start(this::run);
    }

    /** Whether the consumer exists at the server as it was declared. */
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
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
            }
        }
    }

    /**
     * Returns when the server answers no more. All pulls have one inbox: what the server sends in the moment one ends is read
     * with the next, and not lost until the ack wait is over.
     */
    private void listen() throws IOException, JetStreamApiException, InterruptedException {
        var inbox = stream.connection()
                .jetStream()
                .subscribe(null, PullSubscribeOptions.fastBind(publisher.stream(), durable));
        try {
            while (running && pull(inbox)) {}
        } finally {
            inbox.unsubscribe();
        }
    }

    /** Whether the server answered. */
    private boolean pull(JetStreamSubscription inbox) throws InterruptedException {
        var asked = System.nanoTime();
        inbox.pullExpiresIn(BATCH, PULL_EXPIRES);
        for (var left = BATCH; left > 0; left--) {
            var next = inbox.nextMessage(UNANSWERED_AFTER);
            if (next == null) {
                return left < BATCH || System.nanoTime() - asked < UNANSWERED_AFTER.toNanos();
            }
            hand(next);
        }
        return true;
    }

    private void hand(Message message) {
        try {
            lanes.submit(settlement.key(message), () -> settle(message));
        } catch (InterruptedException e) {
            // the interrupt ends here, so that what else has come is given back, too
            settlement.giveBack(message);
        }
    }

    private void settle(Message message) {
        if (running) {
            settlement.settle(message);
        } else {
            settlement.giveBack(message);
        }
    }

    /**
     * Takes no more events and finishes those under way. What has come and not begun is given back, and the server delivers
     * it to another instance.
     */
    void stop() {
        running = false;
        try {
            // the first interrupt may meet it waiting for a place in a lane, the next one meets it waiting for the
            // server
            for (var tries = 0; tries < INTERRUPTS && !puller.join(BETWEEN_INTERRUPTS); tries++) {
                puller.interrupt();
            }
            lanes.drain();
            stream.connection().flush(FLUSH_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | IllegalStateException e) {
            log.info("consumer={} stopped without a broker: {}", durable, e.getMessage());
        }
    }
}
