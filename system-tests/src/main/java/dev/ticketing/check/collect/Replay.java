package dev.ticketing.check.collect;

import dev.ticketing.messaging.BrokerAdmin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/**
 * Has every consumer begin again at the beginning of its stream, one after the other, and tells which documents are other
 * than before. What somebody asks for meanwhile changes documents, too: the suite has to be left alone.
 */
final class Replay {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Databases databases;
    private final BrokerAdmin broker;

    Replay(Databases databases, BrokerAdmin broker) {
        this.databases = databases;
        this.broker = broker;
    }

    /** Documents that were changed, each with the consumer that did it. */
    List<String> changed(Duration patience) {
        var changed = new ArrayList<String>();
        var before = databases.snapshot();
        for (var consumer : new TreeSet<>(broker.unsettled().keySet())) {
            broker.forget(consumer);
            awaitRebuilt(consumer, patience);
            var after = databases.snapshot();
            differences(before, after).forEach(document -> changed.add("%s by %s".formatted(document, consumer)));
            before = after;
        }
        return changed;
    }

    private void awaitRebuilt(String consumer, Duration patience) {
        var end = Instant.now().plus(patience);
        while (broker.unsettled().getOrDefault(consumer, 1L) > 0
                || !databases.outboxes().isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("%s has not come to an end after %s".formatted(consumer, patience));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> after) {
        var documents = new TreeSet<>(before.keySet());
        documents.addAll(after.keySet());
        return documents.stream()
                .filter(document -> !Objects.equals(before.get(document), after.get(document)))
                .toList();
    }
}
