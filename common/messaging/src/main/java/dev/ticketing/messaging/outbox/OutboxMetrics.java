package dev.ticketing.messaging.outbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;

/** The number of events that this service has saved and not yet published, and the age of the oldest. */
final class OutboxMetrics {

    /** At most this many documents are read. */
    private static final int LIMIT = 1000;

    private final Supplier<MongoOperations> mongo;
    private final OutboxRelay relay;
    private final Clock clock;
    private volatile double entries = Double.NaN;
    private volatile double oldestAge = Double.NaN;

    private record Outbox(List<Entry> outbox) {}

    private record Entry(Instant recordedAt) {}

    OutboxMetrics(Supplier<MongoOperations> mongo, OutboxRelay relay, Clock clock, MeterRegistry meters) {
        this.mongo = mongo;
        this.relay = relay;
        this.clock = clock;
        Gauge.builder("ticketing.outbox.entries", () -> entries)
                .description("Events saved and not yet published")
                .register(meters);
        Gauge.builder("ticketing.outbox.oldest.age", () -> oldestAge)
                .description("Age of the oldest event in an outbox")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Never throws: a figure that cannot be read is {@code NaN}. */
    @Scheduled(fixedRate = 15, timeUnit = TimeUnit.SECONDS)
    void poll() {
        try {
            var waiting = relay.aggregateCollections().stream()
                    .flatMap(collection -> waiting(collection).stream())
                    .toList();
            oldestAge = waiting.stream()
                    .map(recordedAt -> Duration.between(recordedAt, clock.instant()))
                    .mapToDouble(age -> age.toMillis() / 1000.0)
                    .max()
                    .orElse(0);
            entries = waiting.size();
        } catch (RuntimeException e) {
            entries = Double.NaN;
            oldestAge = Double.NaN;
        }
    }

    private List<Instant> waiting(String collection) {
        var holding = query(where("outbox.recordedAt").gt(Instant.EPOCH)).limit(LIMIT);
        holding.fields().include("outbox.recordedAt");
        return mongo.get().find(holding, Outbox.class, collection).stream()
                .flatMap(outbox -> outbox.outbox().stream())
                .map(Entry::recordedAt)
                .toList();
    }
}
