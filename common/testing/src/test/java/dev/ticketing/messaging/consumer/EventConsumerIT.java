package dev.ticketing.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.events.PaymentEvent.PaymentRefunded;
import dev.ticketing.events.PaymentEvent.PaymentVoided;
import dev.ticketing.messaging.Diary;
import dev.ticketing.messaging.Diary.Entry;
import dev.ticketing.messaging.Journey;
import dev.ticketing.messaging.gate.DeliveryScope;
import dev.ticketing.messaging.gate.DeliveryScope.Superseded;
import dev.ticketing.messaging.gate.HandledVersions;
import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.ServiceTest;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@ServiceTest
class EventConsumerIT {

    private static final String CONSUMER = "orders-service-payments";

    @Autowired
    Broker broker;

    @Autowired
    Diary diary;

    @Autowired
    HandledVersions handled;

    @Autowired
    MongoOperations mongo;

    private final String id = new ObjectId().toHexString();
    private final EventCodec codec = new EventCodec();

    @Test
    void eventIsHandledOnce() {
        broker.publish(failed("a"), 0);
        broker.publishAgain(failed("a"), 0);
        broker.publishAgain(failed("a"), 0);

        broker.awaitSettled(CONSUMER);

        assertThat(diary.about(id)).containsExactly(new Entry(id, 0, "a"));
    }

    @Test
    void eventThatIsAheadWaitsForTheOnesBefore() {
        broker.publish(failed("third"), 2);
        broker.publish(failed("second"), 1);
        broker.publish(failed("first"), 0);

        broker.awaitSettled(CONSUMER);

        assertThat(diary.about(id))
                .containsExactly(new Entry(id, 0, "first"), new Entry(id, 1, "second"), new Entry(id, 2, "third"));
    }

    @Test
    void eventThatNobodyHearsCountsAsHandled() {
        broker.publish(new PaymentRefunded(id, "order", "x"), 0);
        broker.publish(new PaymentVoided(id, "order", "heard"), 1);

        broker.awaitSettled(CONSUMER);

        assertThat(diary.about(id)).containsExactly(new Entry(id, 1, "heard"));
    }

    @Test
    void eventOfAnUnknownTypeCountsAsHandled() {
        var known = codec.message(failed("x"), 0, null, Instant.EPOCH);
        broker.publishRaw("payment.admired.v1", known.body().replace("payment.failed.v1", "payment.admired.v1"));
        broker.publish(failed("heard"), 1);

        broker.awaitSettled(CONSUMER);

        assertThat(diary.about(id)).containsExactly(new Entry(id, 1, "heard"));
    }

    @Test
    void handlerThatAsksForItGetsTheEventAgain() {
        broker.publish(failed("later"), 0);

        broker.awaitSettled(CONSUMER);

        assertThat(diary.about(id)).containsExactly(new Entry(id, 0, "later"));
    }

    @Test
    void poisonGoesToTheDeadLettersAndOthersFlow() {
        broker.publishRaw("payment.failed.v1", "poison " + id);
        broker.publish(failed("after"), 0);

        broker.awaitSettled(CONSUMER);

        assertThat(diary.about(id)).hasSize(1);
        await().untilAsserted(() -> assertThat(broker.deadLetters()).anySatisfy(letter -> {
            assertThat(letter.body()).isEqualTo("poison " + id);
            assertThat(letter.headers())
                    .containsEntry("Dead-Letter-Subject", "payment.failed.v1")
                    .containsEntry("Dead-Letter-Consumer", CONSUMER)
                    .containsEntry("Dead-Letter-Stream", "PAYMENTS");
            assertThat(letter.headers().get("Dead-Letter-Reason")).startsWith("MalformedEvent");
        }));
    }

    @Test
    void eventThatFailsAgainAndAgainGoesToTheDeadLetters() {
        broker.publish(failed("bug"), 0);

        broker.awaitSettled(CONSUMER);

        assertThat(diary.about(id)).isEmpty();
        assertThat(broker.deadLetters()).anySatisfy(letter -> {
            assertThat(letter.body()).contains(id);
            assertThat(letter.headers()).containsEntry("Dead-Letter-Deliveries", "5");
        });
    }

    @Test
    void handlerThatWasOvertakenCannotWriteAnyMore() {
        var envelope = codec.envelope(
                codec.message(failed("x"), 0, null, Instant.EPOCH).body().getBytes());
        var journey = Journey.begin();

        assertThatThrownBy(() -> DeliveryScope.run(handled, envelope, () -> {
                    handled.advance(envelope);
                    mongo.save(journey);
                }))
                .isInstanceOf(Superseded.class);

        assertThat(mongo.findById(journey.id(), Journey.class)).isNull();
    }

    private PaymentFailed failed(String reason) {
        return new PaymentFailed(id, "order", reason);
    }
}
