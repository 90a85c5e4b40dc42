package dev.ticketing.brokeradmin;

import dev.ticketing.events.Event;
import dev.ticketing.events.Published;
import dev.ticketing.messaging.wire.EventCatalog;
import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.EventStream;
import dev.ticketing.messaging.wire.MalformedEvent;
import dev.ticketing.messaging.wire.Topology;
import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.impl.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Reads streams and sends messages as an outsider, for operators' tools and tests. */
public final class BrokerAdmin implements AutoCloseable {

    /** A message as the server keeps it. */
    public record StoredMessage(
            String stream, long sequence, String subject, Map<String, String> headers, String body, Instant storedAt) {

        /** A header that every message of its kind has. */
        public String header(String name) {
            return Objects.requireNonNull(headers.get(name), name);
        }
    }

    /** Used only to create streams, never consumers. */
    private static final Duration ACK_WAIT = Duration.ofSeconds(30);

    /** Throws every error. */
    private static final ErrorListener SILENT = new ErrorListener() {};

    private final Connection connection;
    private final EventStream stream;
    private final StreamReader reader;
    private final EventCodec codec = new EventCodec();

    private BrokerAdmin(Connection connection) {
        this.connection = connection;
        this.stream = new EventStream(connection);
        this.reader = new StreamReader(connection);
    }

    public static BrokerAdmin connect(String natsUrl) {
        return connect(natsUrl, null, null);
    }

    /** @param user needs the right to read and publish everywhere; absent if the broker has no users */
    public static BrokerAdmin connect(String natsUrl, @Nullable String user, @Nullable String password) {
        try {
            var options = Options.builder().servers(natsUrl.split(",")).errorListener(SILENT);
            if (user != null) {
                options.userInfo(user, password).inboxPrefix("_INBOX." + user + ".");
            }
            return new BrokerAdmin(Nats.connect(options.build()));
        } catch (IOException e) {
            throw new IllegalStateException("NATS at " + natsUrl + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Names of the streams of all publishers. */
    public static List<String> streams() {
        return EventCatalog.publishers().stream().map(Published::stream).toList();
    }

    /** Creates the streams of all publishers with one replica, otherwise as the publishers do. */
    public void ensureStreams() {
        var topology = new Topology(stream, 1, ACK_WAIT);
        try {
            for (var publisher : EventCatalog.publishers()) {
                topology.ensureStream(publisher);
            }
            topology.ensureDeadLetters();
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("streams: " + e.getMessage(), e);
        }
    }

    /** Publishes as the event's owner would; returns once it is stored. */
    public void publish(Event event, long version) {
        var message = codec.message(event, version, null, Instant.now());
        publish(message.subject(), Map.of("Nats-Msg-Id", message.messageId()), message.body());
    }

    /** Publishes the event again under a new message id, so that the server does not drop it as a duplicate. */
    public void publishAgain(Event event, long version) {
        var message = codec.message(event, version, null, Instant.now());
        var id = message.messageId() + "-" + UUID.randomUUID();
        publish(message.subject(), Map.of("Nats-Msg-Id", id), message.body());
    }

    /** The number of messages that a consumer has not settled: waiting or in progress. */
    public long unsettled(String consumer) {
        try {
            var management = connection.jetStreamManagement();
            var name = consumer.substring(consumer.lastIndexOf('-') + 1).toUpperCase(Locale.ROOT);
            var info = management.getConsumerInfo(name, consumer);
            return info.getNumPending() + info.getNumAckPending();
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("consumer " + consumer + ": " + e.getMessage(), e);
        }
    }

    /** The same number for every durable consumer, by name. */
    public Map<String, Long> unsettled() {
        var unsettled = new HashMap<String, Long>();
        try {
            var management = connection.jetStreamManagement();
            for (var name : streams()) {
                management.getConsumers(name).stream()
                        .filter(info -> info.getConsumerConfiguration().getDurable() != null)
                        .forEach(info -> unsettled.put(info.getName(), info.getNumPending() + info.getNumAckPending()));
            }
            return unsettled;
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("consumers: " + e.getMessage(), e);
        }
    }

    /**
     * Deletes a durable consumer. Its service creates it again, and the new one starts at the beginning of the stream.
     */
    public void forget(String consumer) {
        try {
            var stream = consumer.substring(consumer.lastIndexOf('-') + 1).toUpperCase(Locale.ROOT);
            connection.jetStreamManagement().deleteConsumer(stream, consumer);
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("consumer " + consumer + ": " + e.getMessage(), e);
        }
    }

    /** Publishes any bytes at all. */
    public void publish(String subject, Map<String, String> headers, String body) {
        var natsHeaders = new Headers();
        headers.forEach(natsHeaders::put);
        await(() -> stream.publish(subject, natsHeaders, body.getBytes(StandardCharsets.UTF_8))
                .get());
    }

    /** The events of one kind, oldest first, including those that were stored twice. */
    public <E extends Event> List<E> events(Class<E> type) {
        return messages(EventCatalog.publisher(type).stream()).stream()
                .map(message -> codec.envelope(message.body().getBytes(StandardCharsets.UTF_8)))
                .flatMap(envelope -> codec.event(envelope).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /**
     * A message read as an event.
     *
     * @param event empty when this build does not know its type
     */
    public record StoredEvent(
            String id, String noun, String aggregateId, long version, Instant time, Optional<Event> event) {}

    /** The event in a message; empty if no consumer could read it. */
    public Optional<StoredEvent> read(StoredMessage message) {
        try {
            var envelope = codec.envelope(message.body().getBytes(StandardCharsets.UTF_8));
            return Optional.of(new StoredEvent(
                    envelope.id(),
                    envelope.noun(),
                    envelope.subject(),
                    envelope.aggregateversion(),
                    envelope.time(),
                    codec.event(envelope)));
        } catch (MalformedEvent e) {
            return Optional.empty();
        }
    }

    /** Messages that no consumer could handle, oldest first, with the reason in the headers. */
    public List<StoredMessage> deadLetters() {
        return messages(Topology.DEAD_LETTERS);
    }

    /** Sequence of the last message of each event stream. It does not change as long as nothing is published. */
    public Map<String, Long> positions() {
        var positions = new HashMap<String, Long>();
        try {
            for (var name : streams()) {
                var state = connection.jetStreamManagement().getStreamInfo(name).getStreamState();
                positions.put(name, state.getLastSequence());
            }
            return positions;
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("streams: " + e.getMessage(), e);
        }
    }

    /** All messages of a stream, oldest first. */
    public List<StoredMessage> messages(String name) {
        return messages(name, Instant.EPOCH);
    }

    /** The messages of a stream stored since then, oldest first. */
    public List<StoredMessage> messages(String name, Instant since) {
        return reader.read(name, since);
    }

    /** The number of messages delivered to a consumer and not settled. */
    public long underWay(String name, String consumer) {
        try {
            return connection
                    .jetStreamManagement()
                    .getConsumerInfo(name, consumer)
                    .getNumAckPending();
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("consumer " + consumer + ": " + e.getMessage(), e);
        }
    }

    /** Whether a consumer has settled this message of its stream and all before it. */
    boolean isSettled(String name, String consumer, long sequence) {
        try {
            var info = connection.jetStreamManagement().getConsumerInfo(name, consumer);
            return info.getAckFloor().getStreamSequence() >= sequence;
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("consumer " + consumer + ": " + e.getMessage(), e);
        }
    }

    private interface Call {
        Object run() throws ExecutionException, InterruptedException;
    }

    private static void await(Call call) {
        try {
            call.run();
        } catch (ExecutionException e) {
            throw new IllegalStateException("not stored: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
