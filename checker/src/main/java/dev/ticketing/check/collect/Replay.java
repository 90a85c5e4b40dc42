package dev.ticketing.check.collect;

import dev.ticketing.brokeradmin.BrokerAdmin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes every consumer read its stream from the start, one after the other, and lists changed documents. Other requests
 * change documents too, so the suite must be idle.
 */
final class Replay {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Databases databases;
    private final BrokerAdmin broker;

    Replay(Databases databases, BrokerAdmin broker) {
        this.databases = databases;
        this.broker = broker;
    }

    /** Changed documents, each with the consumer that changed it. */
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
                throw new IllegalStateException("%s has not finished after %s".formatted(consumer, patience));
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
