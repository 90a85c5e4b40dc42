package dev.ticketing.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.TicketReference;
import dev.ticketing.messaging.Journey;
import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.EventStream;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.ServiceTest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

@ServiceTest
class OutboxIT {

    @Autowired
    MongoOperations mongo;

    @Autowired
    Broker broker;

    @Autowired
    EventStream stream;

    private final EventCodec codec = new EventCodec();

    @Test
    void savedEventIsPublishedAndLeavesTheOutbox() {
        var journey = mongo.save(Journey.begin());

        broker.await(OrderCancelled.class, journey.id());

        awaitEmptyOutbox(journey.id());
        assertThat(journey.version()).isZero();
    }

    @Test
    void eventsOfOneAggregateArePublishedInOrderWithoutAGap() {
        var id = mongo.save(Journey.begin()).id();
        for (var step = 1; step <= 20; step++) {
            var journey = mongo.findById(id, Journey.class);
            journey.step("step " + step);
            mongo.save(journey);
        }

        broker.await(OrderCancelled.class, id, event -> event.reason().equals("step 20"));

        awaitEmptyOutbox(id);
        assertThat(broker.events(OrderCancelled.class, id).stream().map(OrderCancelled::reason))
                .startsWith("begin", "step 1", "step 2")
                .endsWith("step 19", "step 20")
                .hasSize(21);
    }

    @Test
    void twoEventsOfOneSaveTakeTwoVersions() {
        var journey = Journey.begin();
        journey.step("second");
        mongo.save(journey);

        broker.await(OrderCancelled.class, journey.id(), event -> event.reason().equals("second"));

        assertThat(mongo.findById(journey.id(), Journey.class).version()).isEqualTo(1);
    }

    @Test
    void eventLeftBehindByACrashIsPublishedByTheSweep() {
        var journey = mongo.save(Journey.begin());
        awaitEmptyOutbox(journey.id());
        var event = new OrderCancelled(journey.id(), "left behind", new TicketReference("t"));
        var entry = codec.message(event, 1, null, Instant.EPOCH);

        mongo.updateFirst(
                query(where("_id").is(journey.id())),
                new Update().push("outbox", entry).set("version", 1),
                Journey.class);

        broker.await(OrderCancelled.class, journey.id(), found -> found.reason().equals("left behind"));
        awaitEmptyOutbox(journey.id());
    }

    /** The database fails when the relay removes the published event, and a sweep would be due only later. */
    @Test
    void stoppingRelayDoesNotWaitForTheNextSweep() {
        var journey = mongo.save(Journey.begin());
        awaitEmptyOutbox(journey.id());
        var entry =
                codec.message(new OrderCancelled(journey.id(), "x", new TicketReference("t")), 1, null, Instant.now());
        var failures = new AtomicInteger();
        Supplier<MongoOperations> failingOnce = () -> {
            if (!Thread.currentThread().getName().equals("outbox-relay") && failures.getAndIncrement() == 0) {
                throw new IllegalStateException("no primary");
            }
            return mongo;
        };
        var relay = new OutboxRelay(failingOnce, stream, Clock.systemUTC());
        relay.start();
        mongo.updateFirst(
                query(where("_id").is(journey.id())),
                new Update().push("outbox", entry).set("version", 1),
                Journey.class);
        relay.publish("journeys", journey.id(), List.of(entry));
        await().until(() -> failures.get() > 0);

        relay.stop();

        assertThat(outbox(journey.id())).isEmpty();
    }

    /** NATS accepts at most 1 MB, and its client throws. */
    @Test
    void eventThatWasNotAcceptedCanBePublishedLater() {
        var id = new ObjectId().toHexString();
        var tooLarge = codec.message(cancelled(id, "x".repeat(2_000_000)), 0, null, Instant.now());
        var accepted = codec.message(cancelled(id, "shorter"), 0, null, Instant.now());
        var relay = new OutboxRelay(() -> mongo, stream, Clock.systemUTC());
        relay.start();
        try {
            relay.publish("journeys", id, List.of(tooLarge));
            relay.publish("journeys", id, List.of(accepted));

            broker.await(OrderCancelled.class, id, event -> event.reason().equals("shorter"));
        } finally {
            relay.stop();
        }
    }

    private static OrderCancelled cancelled(String id, String reason) {
        return new OrderCancelled(id, reason, new TicketReference("t"));
    }

    @Test
    void laterOfTwoConcurrentWritersIsRefused() {
        var id = mongo.save(Journey.begin()).id();
        var first = mongo.findById(id, Journey.class);
        var second = mongo.findById(id, Journey.class);
        first.step("first");
        second.step("second");

        mongo.save(first);

        assertThatThrownBy(() -> mongo.save(second)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void aggregateRaisesOnlyItsOwnEvents() {
        var event = new OrderCancelled("another", "x", new TicketReference("t"));

        assertThatThrownBy(() -> Journey.begin().raise(event)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void manyAggregatesSavedAtOnceAreAllPublished() {
        var ids = IntStream.range(0, 200)
                .parallel()
                .mapToObj(each -> mongo.save(Journey.begin()).id())
                .toList();

        await().until(() -> mongo.count(query(where("outbox.0").exists(true)), Journey.class) == 0);

        assertThat(broker.events(OrderCancelled.class).stream().map(OrderCancelled::id))
                .containsOnlyOnceElementsOf(ids);
    }

    private void awaitEmptyOutbox(String id) {
        await().until(() -> outbox(id).isEmpty());
    }

    private List<Document> outbox(String id) {
        return mongo.findById(id, Document.class, "journeys").getList("outbox", Document.class, List.of());
    }
}
