package dev.ticketing.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@ServiceTest
class MetricsIT {

    private static final String CONSUMER = "orders-service-payments";

    @Autowired
    Broker broker;

    @Autowired
    MeterRegistry meters;

    @Autowired
    MongoOperations mongo;

    @Autowired
    OutboxRelay relay;

    private final String id = new ObjectId().toHexString();

    @Test
    void eventThatWaitsForTheOneBeforeIsSeenInTheBackground() {
        broker.awaitSettled(CONSUMER);
        broker.publish(new PaymentFailed(id, "order", "second"), 1);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(consumer("unsettled")).isOne();
            assertThat(consumer("redelivering")).isOne();
            assertThat(consumer("lag")).isZero();
        });
        assertThat(meters.get("ticketing.events.redelivered")
                        .tag("consumer", CONSUMER)
                        .counter()
                        .count())
                .isPositive();

        broker.publish(new PaymentFailed(id, "order", "first"), 0);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(consumer("unsettled")).isZero());
    }

    @Test
    void outboxIsCountedAndItsOldestEntryHasAnAge() {
        var recordedAt = Instant.parse("2100-01-01T00:00:00Z"); // so the sweep leaves it there
        var later = Clock.fixed(recordedAt.plusSeconds(90), ZoneOffset.UTC);
        var registry = new SimpleMeterRegistry();
        var metrics = new OutboxMetrics(() -> mongo, relay, later, registry);
        var journeys = mongo.getCollection("journeys");
        var journey = new Document("_id", new ObjectId(id))
                .append("outbox", List.of(entry(recordedAt), entry(recordedAt.plusSeconds(30))));
        journeys.insertOne(journey);

        metrics.poll();

        assertThat(registry.get("ticketing.outbox.entries").gauge().value()).isEqualTo(2);
        assertThat(registry.get("ticketing.outbox.oldest.age").gauge().value()).isEqualTo(90);

        journeys.deleteOne(new Document("_id", new ObjectId(id)));
        metrics.poll();
        assertThat(registry.get("ticketing.outbox.entries").gauge().value()).isZero();
        assertThat(registry.get("ticketing.outbox.oldest.age").gauge().value()).isZero();
    }

    private static Document entry(Instant recordedAt) {
        return new Document("messageId", "x").append("recordedAt", Date.from(recordedAt));
    }

    private double consumer(String name) {
        return meters.get("ticketing.consumer." + name)
                .tag("consumer", CONSUMER)
                .gauge()
                .value();
    }
}
