package dev.ticketing.messaging.wire;

import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.ConnectionListener.Events;
import io.nats.client.ConsumerContext;
import io.nats.client.FetchConsumeOptions;
import io.nats.client.Message;
import io.nats.client.StreamContext;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ordered consumer in the server's memory, without acknowledgements. It is created again, from where it stopped,
 * whenever a delivery is missing or the server has forgotten it.
 */
public final class FeedReader implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FeedReader.class);
    private static final int BATCH = 256;
    private static final Duration PULL_EXPIRES = Duration.ofSeconds(10);

    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(250);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(2);

    private final EventStream stream;
    private final String name;
    private final int recent;
    private final Sink sink;
    private final Thread reader;
    private final ConnectionListener onDisconnect = this::disconnected;
    private volatile boolean running = true;
    private volatile boolean current;
    private long last = -1;
    private long deliveries;

    /** Receives the messages. */
    public interface Sink {
        void beginsAfter(long sequence);

        void take(long sequence, byte[] body);
    }

    private FeedReader(EventStream stream, String name, int recent, Sink sink) {
        this.stream = stream;
        this.name = name;
        this.recent = recent;
        this.sink = sink;
        this.reader = Thread.ofVirtual().name("feed-" + name).unstarted(this::run);
    }

    public static FeedReader start(EventStream stream, String name, int recent, Sink sink) {
        var feed = new FeedReader(stream, name, recent, sink);
        feed.reader.start();
        stream.connection().addConnectionListener(feed.onDisconnect);
        return feed;
    }

    private void run() {
        while (running) {
            try {
                pull(consumer());
            } catch (InterruptedException e) {
                log.debug("feed={} begins again", name);
            } catch (Exception e) {
                log.info("feed={} waits for its stream: {}", name, e.getMessage());
                pause();
            } finally {
                current = false;
            }
        }
    }

    /** A server that comes back may have forgotten the pull and the consumer. */
    private void disconnected(Connection connection, Events event) {
        if (event == Events.DISCONNECTED) {
            reader.interrupt();
        }
    }

    private ConsumerContext consumer() throws Exception {
        var context = stream.connection().getStreamContext(name);
        findPlace(context);
        deliveries = 0;
        return context.createOrUpdateConsumer(ConsumerConfiguration.builder()
                .deliverPolicy(DeliverPolicy.ByStartSequence)
                .startSequence(last + 1)
                .ackPolicy(AckPolicy.None)
                .maxDeliver(1)
                .memStorage(true)
                .numReplicas(1)
                .inactiveThreshold(FORGOTTEN_AFTER)
                .build());
    }

    /** The position where it stopped; at first and in a stream that was replaced, a little before the end. */
    private void findPlace(StreamContext context) throws Exception {
        var state = context.getStreamInfo().getStreamState();
        if (last < 0 || last > state.getLastSequence()) {
            last = Math.max(0, state.getLastSequence() - recent);
            sink.beginsAfter(last);
        }
    }

    private void pull(ConsumerContext consumer) throws Exception {
        var options = FetchConsumeOptions.builder()
                .maxMessages(BATCH)
                .expiresIn(PULL_EXPIRES.toMillis())
                .build();
        var complete = true;
        while (running && complete) {
            var fetch = consumer.fetch(options);
            try {
                for (var next = fetch.nextMessage(); next != null && complete; next = fetch.nextMessage()) {
                    complete = take(next);
                }
            } finally {
                fetch.close();
            }
            complete &= isWhole(consumer);
        }
    }

    /** Whether no message is missing before it; another consumer reads the messages after a gap again. */
    private boolean take(Message message) {
        var metadata = message.metaData();
        if (metadata.consumerSequence() != deliveries + 1) {
            return false;
        }
        deliveries++;
        last = metadata.streamSequence();
        sink.take(last, message.getData());
        current = metadata.pendingCount() == 0;
        return true;
    }

    /** Checked after every pull: the last delivery may be the missing one, with no later one to reveal it. */
    private boolean isWhole(ConsumerContext consumer) throws Exception {
        var state = consumer.getConsumerInfo();
        var whole = state.getDelivered().getConsumerSequence() == deliveries;
        current = whole && state.getNumPending() == 0;
        return whole;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            log.debug("feed: the pause ends early");
        }
    }

    /** Whether all messages stored a moment ago were read; {@code false} while the broker is unavailable. */
    public boolean isCurrent() {
        return current;
    }

    @Override
    public void close() {
        running = false;
        stream.connection().removeConnectionListener(onDisconnect);
        reader.interrupt();
        try {
            reader.join(STOPPED_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
