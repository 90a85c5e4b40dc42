package dev.ticketing.messaging;

import dev.ticketing.events.Published;
import dev.ticketing.messaging.Topology.TopologyMismatch;
import io.nats.client.FetchConsumeOptions;
import java.time.Duration;
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
                    var message = next;
                    lanes.submit(settlement.key(message), () -> settlement.settle(message));
                }
            } finally {
                fetch.close();
            }
        }
    }

    /** Takes no more events and finishes those at hand; the server delivers the others to another instance. */
    void stop() {
        running = false;
        puller.interrupt();
        lanes.drain();
    }
}
