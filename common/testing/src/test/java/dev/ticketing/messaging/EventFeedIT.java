package dev.ticketing.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.events.PaymentEvent;
import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.messaging.EventFeed.Delivery;
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
        var one = new Recorder();
        var other = new Recorder();
        try (var first = listen(0, one);
                var second = listen(0, other)) {
            publish(300);

            await().untilAsserted(() -> assertThat(one.reasons()).hasSize(300));
            await().untilAsserted(() -> assertThat(other.deliveries).isEqualTo(one.deliveries));
            assertThat(one.reasons())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 300)
                            .mapToObj(String::valueOf)
                            .toList());
            assertThat(one.deliveries).isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
            await().until(() -> first.isCurrent() && second.isCurrent());
        }
    }

    @Test
    void theMostRecentMayComeFirst() {
        publish(5);
        var listener = new Recorder();
        try (var _ = listen(2, listener)) {
            await().untilAsserted(() -> assertThat(listener.reasons()).containsExactly("4", "5"));
            assertThat(listener.begin).isEqualTo(listener.deliveries.getFirst().sequence() - 1);
            assertThat(listener.deliveries.getLast().metadata().version()).isEqualTo(5);
        }
    }

    @Test
    void whatNobodyCanReadIsLeftOut() {
        var listener = new Recorder();
        try (var _ = listen(0, listener)) {
            broker.publishRaw("payment.failed.v1", "no event");
            publish(1);

            await().untilAsserted(() -> assertThat(listener.reasons()).containsExactly("1"));
        }
    }

    @Test
    void aForgottenConsumerIsMadeAgainFromWhereItWas() throws Exception {
        var listener = new Recorder();
        try (var _ = listen(0, listener)) {
            publish(3);
            await().untilAsserted(() -> assertThat(listener.reasons()).hasSize(3));

            for (var consumer : stream.management().getConsumers("PAYMENTS")) {
                if (consumer.getConsumerConfiguration().getDurable() == null) {
                    stream.management().deleteConsumer("PAYMENTS", consumer.getName());
                }
            }
            broker.publish(failed("4"), 4);

            await().untilAsserted(() -> assertThat(listener.reasons()).containsExactly("1", "2", "3", "4"));
        }
    }

    @Test
    void afterTheEndNothingIsHeard() {
        var listener = new Recorder();
        var subscription = listen(0, listener);
        subscription.close();

        publish(1);

        assertThat(listener.deliveries).isEmpty();
        assertThat(subscription.isCurrent()).isFalse();
    }

    private Subscription listen(int recent, Recorder listener) {
        var subscription = feed.listen(PaymentEvent.class, recent, listener);
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

    private static final class Recorder implements EventFeed.Listener<PaymentEvent> {

        final List<Delivery<PaymentEvent>> deliveries = new CopyOnWriteArrayList<>();
        volatile long begin = -1;

        @Override
        public void beginsAfter(long sequence) {
            begin = sequence;
        }

        @Override
        public void receive(Delivery<PaymentEvent> delivery) {
            deliveries.add(delivery);
        }

        List<String> reasons() {
            return deliveries.stream()
                    .map(event -> ((PaymentFailed) event.event()).reason())
                    .toList();
        }
    }
}
