package dev.ticketing.messaging.wire;

import dev.ticketing.events.Published;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

/**
 * Creates streams and consumers for the declared events, and compares the result: a server silently ignores the parts
 * of a configuration that are newer than itself.
 */
public final class Topology {

    public static final String DEAD_LETTERS = "DEAD_LETTERS";

    private static final int STREAM_NAME_IN_USE = 10058;
    private static final Duration DUPLICATE_WINDOW = Duration.ofMinutes(10);
    private static final int MAX_ACK_PENDING = 1000;

    private final EventStream stream;
    private final int replicas;
    private final Duration ackWait;

    public Topology(EventStream stream, int replicas, Duration ackWait) {
        this.stream = stream;
        this.replicas = replicas;
        this.ackWait = ackWait;
    }

    /** The stream of a publisher. Events are never deleted, so that a consumer can be rebuilt from the beginning. */
    public void ensureStream(Published publisher) throws IOException, JetStreamApiException {
        ensureStream(publisher.stream(), publisher.noun() + ".>");
    }

    public void ensureDeadLetters() throws IOException, JetStreamApiException {
        ensureStream(DEAD_LETTERS, DeadLetterFormat.SUBJECT_PREFIX + ">");
    }

    private void ensureStream(String name, String subject) throws IOException, JetStreamApiException {
        var wanted = StreamConfiguration.builder()
                .name(name)
                .subjects(subject)
                .retentionPolicy(RetentionPolicy.Limits)
                .discardPolicy(DiscardPolicy.New)
                .storageType(StorageType.File)
                .replicas(replicas)
                .duplicateWindow(DUPLICATE_WINDOW)
                .denyDelete(true)
                .denyPurge(true)
                .build();
        requireAsWanted(wanted, addOrUpdate(wanted));
    }

    /** @throws TopologyMismatch if the server created it differently */
    static void requireAsWanted(StreamConfiguration wanted, StreamConfiguration made) {
        var name = wanted.getName();
        requireSame(name, "subjects", wanted.getSubjects(), made.getSubjects());
        requireSame(name, "discard", wanted.getDiscardPolicy(), made.getDiscardPolicy());
        requireSame(name, "storage", wanted.getStorageType(), made.getStorageType());
        requireSame(name, "replicas", wanted.getReplicas(), made.getReplicas());
        requireSame(name, "duplicate_window", wanted.getDuplicateWindow(), made.getDuplicateWindow());
        requireSame(name, "deny_delete", wanted.getDenyDelete(), made.getDenyDelete());
        requireSame(name, "deny_purge", wanted.getDenyPurge(), made.getDenyPurge());
    }

    private StreamConfiguration addOrUpdate(StreamConfiguration wanted) throws IOException, JetStreamApiException {
        try {
            return stream.management().addStream(wanted).getConfiguration();
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() != STREAM_NAME_IN_USE) {
                throw e;
            }
            return stream.management().updateStream(wanted).getConfiguration();
        }
    }

    /** A durable pull consumer of all events of a publisher. */
    public void ensureConsumer(String durable, Published publisher) throws IOException, JetStreamApiException {
        var wanted = ConsumerConfiguration.builder()
                .durable(durable)
                .filterSubject(publisher.noun() + ".>")
                .deliverPolicy(DeliverPolicy.All)
                .ackPolicy(AckPolicy.Explicit)
                .ackWait(ackWait)
                .maxDeliver(-1)
                .maxAckPending(MAX_ACK_PENDING)
                .build();
        requireAsWanted(
                wanted,
                stream.management()
                        .addOrUpdateConsumer(publisher.stream(), wanted)
                        .getConsumerConfiguration());
    }

    /** @throws TopologyMismatch if the server created it differently */
    static void requireAsWanted(ConsumerConfiguration wanted, ConsumerConfiguration made) {
        var durable = wanted.getDurable();
        requireSame(durable, "filter_subject", wanted.getFilterSubject(), made.getFilterSubject());
        requireSame(durable, "deliver_policy", wanted.getDeliverPolicy(), made.getDeliverPolicy());
        requireSame(durable, "ack_policy", wanted.getAckPolicy(), made.getAckPolicy());
        requireSame(durable, "ack_wait", wanted.getAckWait(), made.getAckWait());
        requireSame(durable, "max_deliver", wanted.getMaxDeliver(), made.getMaxDeliver());
        requireSame(durable, "max_ack_pending", wanted.getMaxAckPending(), made.getMaxAckPending());
    }

    private static void requireSame(String of, String part, Object wanted, Object made) {
        if (!Objects.equals(wanted, made)) {
            throw new TopologyMismatch(of, part, wanted, made);
        }
    }

    /** The server did not apply the configuration; retrying does not help. */
    public static final class TopologyMismatch extends RuntimeException {

        TopologyMismatch(String of, String part, Object wanted, Object made) {
            super("NATS made " + of + " with " + part + "=" + made + " (expected: " + wanted
                    + "): is the server too old, or the stream somebody else's?");
        }
    }
}
