package dev.ticketing.brokeradmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ticketing.brokeradmin.DeadLetterOffice.DeadLetter;
import dev.ticketing.brokeradmin.DeadLetterOffice.State;
import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.messaging.Diary;
import dev.ticketing.messaging.Diary.Entry;
import dev.ticketing.messaging.TestApplication;
import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.MessagingProperties;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

@ServiceTest
@SpringBootTest(classes = TestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext // its diary's bug stays fixed
class DeadLetterOfficeIT {

    private static final String CONSUMER = "orders-service-payments";

    @Autowired
    Broker broker;

    @Autowired
    Diary diary;

    @Autowired
    MessagingProperties properties;

    private final String id = new ObjectId().toHexString();
    private BrokerAdmin admin;
    private DeadLetterOffice office;

    @BeforeEach
    void open() {
        admin = BrokerAdmin.connect(properties.natsUrl());
        office = new DeadLetterOffice(admin);
    }

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void replayAfterTheBugIsFixedLetsLaterEventsFlow() {
        broker.publish(failed("bug that is fixed later"), 0);
        broker.publish(failed("waits for the one before"), 1);
        var letter = soon().until(this::letters, letters -> letters.size() == 1).getFirst();
        assertThat(letter.state()).isEqualTo(State.DEAD);
        assertThat(letter.event()).isEqualTo("payment:" + id + ":0");
        assertThat(letter.reason()).isEqualTo("IllegalStateException: a bug");
        assertThat(diary.about(id)).isEmpty();

        diary.fix();
        office.replay(letter);

        broker.awaitSettled(CONSUMER);
        assertThat(diary.about(id))
                .containsExactly(
                        new Entry(id, 0, "bug that is fixed later"), new Entry(id, 1, "waits for the one before"));
        assertThat(letters()).extracting(DeadLetter::state).containsExactly(State.HANDLED);
        assertThatThrownBy(() -> office.replay(office.get(letter.sequence()))).hasMessageContaining("HANDLED");
    }

    @Test
    void whatCannotBeReadDiesAgain() {
        broker.publishRaw("payment.failed.v1", "poison " + id);
        var letter = soon().until(this::letters, letters -> letters.size() == 1).getFirst();

        office.replay(letter);

        soon().untilAsserted(() ->
                assertThat(letters()).extracting(DeadLetter::state).containsExactly(State.DIED_AGAIN, State.DEAD));
    }

    @Test
    void replayForAnotherConsumerIsNotHandledHere() {
        var event = new EventCodec().message(failed("not for us"), 0, null, Instant.EPOCH);
        admin.publish(event.subject(), Map.of("Replay-For", "tickets-service-payments"), event.body());
        broker.awaitSettled(CONSUMER);
        assertThat(diary.about(id)).isEmpty();

        admin.publish(event.subject(), Map.of("Replay-For", CONSUMER), event.body());
        broker.awaitSettled(CONSUMER);

        assertThat(diary.about(id)).hasSize(1);
    }

    @Test
    void replayIsAddressedToTheConsumerThatGaveItUp() {
        broker.publishRaw("payment.failed.v1", "poison " + id);
        var letter = soon().until(this::letters, letters -> letters.size() == 1).getFirst();

        office.replay(letter);

        assertThat(admin.messages("PAYMENTS").getLast().headers()).containsEntry("Replay-For", CONSUMER);
    }

    @Test
    void unknownNumberIsNamed() {
        assertThatThrownBy(() -> office.get(4711)).hasMessageContaining("no dead letter 4711");
    }

    private List<DeadLetter> letters() {
        return office.list().stream()
                .filter(letter -> letter.body().contains(id))
                .toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20));
    }

    private PaymentFailed failed(String reason) {
        return new PaymentFailed(id, "order", reason);
    }
}
