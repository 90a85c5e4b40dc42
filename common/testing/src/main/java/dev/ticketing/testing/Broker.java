package dev.ticketing.testing;

import dev.ticketing.brokeradmin.BrokerAdmin;
import dev.ticketing.brokeradmin.BrokerAdmin.StoredMessage;
import dev.ticketing.events.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * The broker from outside the service under test: publishes as other services would, and awaits the service's events.
 */
public final class Broker implements AutoCloseable {

    /** Facts arrive within milliseconds, but on a busy machine they may take long. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BrokerAdmin admin;

    Broker(String natsUrl) {
        admin = BrokerAdmin.connect(natsUrl);
        admin.ensureStreams();
    }

    /** Publishes an event as its owning service would. */
    public void publish(Event event, long version) {
        admin.publish(event, version);
    }

    /** Publishes it once more, bypassing the deduplication of the server. */
    public void publishAgain(Event event, long version) {
        admin.publishAgain(event, version);
    }

    /** Publishes any bytes. */
    public void publishRaw(String subject, String body) {
        admin.publish(subject, Map.of(), body);
    }

    /** The events of one kind so far, oldest first. */
    public <E extends Event> List<E> events(Class<E> type) {
        return admin.events(type);
    }

    /** The events of one kind about one aggregate so far, oldest first. */
    public <E extends Event> List<E> events(Class<E> type, String aggregateId) {
        return events(type).stream()
                .filter(event -> event.aggregateId().equals(aggregateId))
                .toList();
    }

    /** Waits for an event of this kind about this aggregate, and returns the first. */
    public <E extends Event> E await(Class<E> type, String aggregateId) {
        return await(type, aggregateId, event -> true);
    }

    /** Waits for an event like this. */
    public <E extends Event> E await(Class<E> type, String aggregateId, Predicate<E> like) {
        return awaitility()
                .until(() -> events(type, aggregateId).stream().filter(like).toList(), found -> !found.isEmpty())
                .getFirst();
    }

    /** Waits until the service has settled all events published to it so far. */
    public void awaitSettled(String consumer) {
        awaitility().until(() -> admin.unsettled(consumer) == 0);
    }

    /** The messages in the dead-letter stream. */
    public List<StoredMessage> deadLetters() {
        return admin.messages("DEAD_LETTERS");
    }

    private static ConditionFactory awaitility() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20));
    }

    @Override
    public void close() {
        admin.close();
    }
}
