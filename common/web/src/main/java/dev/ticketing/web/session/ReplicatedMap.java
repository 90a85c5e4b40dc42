package dev.ticketing.web.session;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamOptions;
import io.nats.client.KeyValue;
import io.nats.client.KeyValueManagement;
import io.nats.client.KeyValueOptions;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.KeyValueOperation;
import io.nats.client.api.KeyValueWatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * A small map that all instances of all services share: a JetStream key-value bucket whose entries live for a set time,
 * mirrored in memory by a watch. Reading never asks the server; a change is seen everywhere within moments, or, while
 * the server is away, once it is back.
 */
public final class ReplicatedMap {

    /**
     * The server names the consumer of the watch, so that a user who may make it cannot touch a consumer that has a name (<a
     * href="https://github.com/nats-io/nats-architecture-and-design/blob/main/adr/ADR-33.md">ADR-33</a>).
     */
    private static final JetStreamOptions NAMELESS =
            JetStreamOptions.builder().optOut290ConsumerCreate(true).build();

    private static final int STREAM_NOT_FOUND = 10059;

    private final KeyValue bucket;
    private final Map<String, String> mirror = new ConcurrentHashMap<>();

    private ReplicatedMap(KeyValue bucket) {
        this.bucket = bucket;
    }

    /** Opens a bucket by its name and the time its entries live, making it if need be. */
    public static ReplicatedMap open(Connection connection, String name, Duration timeToLive, int replicas) {
        try {
            ensureBucket(connection.keyValueManagement(), name, timeToLive, replicas);
            var nameless = KeyValueOptions.builder().jetStreamOptions(NAMELESS).build();
            var map = new ReplicatedMap(connection.keyValue(name, nameless));
            map.watch();
            return map;
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("key-value bucket " + name + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void ensureBucket(KeyValueManagement management, String name, Duration timeToLive, int replicas)
            throws IOException, JetStreamApiException {
        try {
            management.getStatus(name);
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() != STREAM_NOT_FOUND) {
                throw e;
            }
            management.create(KeyValueConfiguration.builder()
                    .name(name)
                    .ttl(timeToLive)
                    .replicas(replicas)
                    .build());
        }
    }

    private void watch() throws IOException, JetStreamApiException, InterruptedException {
        bucket.watchAll(new KeyValueWatcher() {
            @Override
            public void watch(KeyValueEntry entry) {
                if (entry.getOperation() == KeyValueOperation.PUT) {
                    // an empty value arrives as none
                    mirror.put(entry.getKey(), Objects.requireNonNullElse(entry.getValueAsString(), ""));
                } else {
                    mirror.remove(entry.getKey());
                }
            }

            @Override
            public void endOfData() {}
        });
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(mirror.get(key));
    }

    /**
     * Returns once the server has stored the entry.
     *
     * @param key letters, digits, {@code - _ = .} and {@code /} only
     * @throws DataAccessResourceFailureException if the server did not confirm it
     */
    public void put(String key, String value) {
        try {
            bucket.put(key, value.getBytes(StandardCharsets.UTF_8));
            mirror.put(key, value);
        } catch (IOException | JetStreamApiException e) {
            throw new DataAccessResourceFailureException("key " + key + " not stored: " + e.getMessage(), e);
        }
    }
}
