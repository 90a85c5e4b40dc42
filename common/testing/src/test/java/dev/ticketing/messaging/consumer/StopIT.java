package dev.ticketing.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.brokeradmin.BrokerAdmin;
import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.messaging.Diary;
import dev.ticketing.messaging.Diary.Entry;
import dev.ticketing.messaging.wire.MessagingProperties;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.ServiceTest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** With an ack wait that no test outlives: what is not settled at the stop stays away. */
@ServiceTest
@DirtiesContext
@TestPropertySource(properties = "ticketing.messaging.ack-wait=5m")
class StopIT {

    private static final String CONSUMER = "orders-service-payments";

    @Autowired
    Broker broker;

    @Autowired
    Diary diary;

    @Autowired
    EventConsumers consumers;

    @Autowired
    MeterRegistry meters;

    @Autowired
    MessagingProperties properties;

    private final String id = new ObjectId().toHexString();

    @Test
    void eventUnderWayIsFinishedAndThoseNotBegunAreGivenBack() throws InterruptedException {
        broker.publish(new PaymentFailed(id, "order", "slow"), 0);
        for (var version = 1; version <= 60; version++) {
            broker.publish(new PaymentFailed(id, "order", "next"), version);
        }
        diary.begun.await();
        try (var admin = BrokerAdmin.connect(properties.natsUrl())) {
            // more than the lanes have places: some wait in a lane, some before it
            await().until(() -> admin.underWay("PAYMENTS", CONSUMER) > 32);

            var stop = Thread.startVirtualThread(consumers::stop);
            await().until(() -> givenBack() > 0);
            diary.released.countDown();
            stop.join();
        }
        assertThat(diary.about(id)).containsExactly(new Entry(id, 0, "slow"));

        consumers.start();

        broker.awaitSettled(CONSUMER);
        assertThat(diary.about(id)).hasSize(61);
    }

    private double givenBack() {
        return meters.find("ticketing.events.delivered").tag("outcome", "GIVEN_BACK").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
