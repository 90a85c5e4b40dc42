package dev.ticketing.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.events.PaymentEvent;
import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.messaging.EventFeed.Heard;
import dev.ticketing.messaging.EventFeed.Subscription;
import dev.ticketing.messaging.wire.EventStream;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.ServiceTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class EventFeedIT {

    @Autowired
    Broker broker;

    @Autowired
    EventFeed feed;

    @Autowired
    EventStream stream;

    private final String id = new ObjectId().toHexString();

    /** Without it the consumers that other tests look at would wait for it for ever. */
    @BeforeEach
    void firstVersionIsPublished() {
        broker.publish(failed("before"), 0);
    }

    @Test
    void everyListenerHearsEverythingInOrderFromNowOn() {
        var one = new Ear();
        var other = new Ear();
        try (var first = listen(0, one);
                var second = listen(0, other)) {
            publish(300);

            await().untilAsserted(() -> assertThat(one.reasons()).hasSize(300));
            await().untilAsserted(() -> assertThat(other.heard).isEqualTo(one.heard));
            assertThat(one.reasons())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 300)
                            .mapToObj(String::valueOf)
                            .toList());
            assertThat(one.heard).isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
            await().until(() -> first.isCurrent() && second.isCurrent());
        }
    }

    @Test
    void theMostRecentMayComeFirst() {
        publish(5);
        var ear = new Ear();
        try (var _ = listen(2, ear)) {
            await().untilAsserted(() -> assertThat(ear.reasons()).containsExactly("4", "5"));
            assertThat(ear.begin).isEqualTo(ear.heard.getFirst().sequence() - 1);
            assertThat(ear.heard.getLast().metadata().version()).isEqualTo(5);
        }
    }

    @Test
    void whatNobodyCanReadIsLeftOut() {
        var ear = new Ear();
        try (var _ = listen(0, ear)) {
            broker.publishRaw("payment.failed.v1", "no event");
            publish(1);

            await().untilAsserted(() -> assertThat(ear.reasons()).containsExactly("1"));
        }
    }

    @Test
    void aForgottenConsumerIsMadeAgainFromWhereItWas() throws Exception {
        var ear = new Ear();
        try (var _ = listen(0, ear)) {
            publish(3);
            await().untilAsserted(() -> assertThat(ear.reasons()).hasSize(3));

            for (var consumer : stream.management().getConsumers("PAYMENTS")) {
                if (consumer.getConsumerConfiguration().getDurable() == null) {
                    stream.management().deleteConsumer("PAYMENTS", consumer.getName());
                }
            }
            broker.publish(failed("4"), 4);

            await().untilAsserted(() -> assertThat(ear.reasons()).containsExactly("1", "2", "3", "4"));
        }
    }

    @Test
    void afterTheEndNothingIsHeard() {
        var ear = new Ear();
        var subscription = listen(0, ear);
        subscription.close();

        publish(1);

        assertThat(ear.heard).isEmpty();
        assertThat(subscription.isCurrent()).isFalse();
    }

    private Subscription listen(int recent, Ear ear) {
        var subscription = feed.listen(PaymentEvent.class, recent, ear);
        await().until(subscription::isCurrent);
        return subscription;
    }

    private void publish(int count) {
        for (var i = 1; i <= count; i++) {
            broker.publish(failed(String.valueOf(i)), i);
        }
    }

    private PaymentFailed failed(String reason) {
        return new PaymentFailed(id, "order", reason);
    }

    private static final class Ear implements EventFeed.Listener<PaymentEvent> {

        final List<Heard<PaymentEvent>> heard = new CopyOnWriteArrayList<>();
        volatile long begin = -1;

        @Override
        public void beginsAfter(long sequence) {
            begin = sequence;
        }

        @Override
        public void hear(Heard<PaymentEvent> event) {
            heard.add(event);
        }

        List<String> reasons() {
            return heard.stream()
                    .map(event -> ((PaymentFailed) event.event()).reason())
                    .toList();
        }
    }
}
