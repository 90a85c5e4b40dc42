package dev.ticketing.messaging;

import dev.ticketing.events.Published;
import dev.ticketing.messaging.Topology.TopologyMismatch;
import io.nats.client.FetchConsumeOptions;
import io.nats.client.Message;
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
    /** Also how long a pull that a restarted server has forgotten goes unnoticed. */
    private static final Duration PULL_EXPIRES = Duration.ofSeconds(2);

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
                pull();
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

    private void pull() throws Exception {
        var consumer = stream.connection().getConsumerContext(publisher.stream(), durable);
        var options = FetchConsumeOptions.builder()
                .maxMessages(BATCH)
                .expiresIn(PULL_EXPIRES.toMillis())
                .build();
        while (running) {
            var fetch = consumer.fetch(options);
            try {
                for (var next = fetch.nextMessage(); next != null; next = fetch.nextMessage()) {
                    hand(next);
                }
            } finally {
                fetch.close();
            }
        }
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
