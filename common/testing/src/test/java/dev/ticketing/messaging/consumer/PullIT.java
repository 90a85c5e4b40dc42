package dev.ticketing.messaging.consumer;

import static org.awaitility.Awaitility.await;

import dev.ticketing.brokeradmin.BrokerAdmin;
import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.messaging.Arrivals;
import dev.ticketing.messaging.gate.HandledVersions;
import dev.ticketing.messaging.gate.VersionGate.Verdict;
import dev.ticketing.messaging.wire.Envelope;
import dev.ticketing.messaging.wire.EventCatalog;
import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.EventStream;
import dev.ticketing.messaging.wire.MessagingProperties;
import dev.ticketing.messaging.wire.NatsConnections;
import dev.ticketing.messaging.wire.Topology;
import dev.ticketing.messaging.wire.Tracing;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.network.Proxy;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** With an ack wait that no test outlives: what is lost on the way stays away. */
@ServiceTest
class PullIT {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LATE_BY = Duration.ofMillis(300);
    /** One after the other, they take longer than three pulls. */
    private static final int MORE_THAN_THREE_PULLS = 16;
    /** Those in the lanes and those of one pull, which wait for a place: no more are asked for. */
    private static final int IN_HAND = 48;

    @Autowired
    Broker broker;

    @Autowired
    MessagingProperties properties;

    @Autowired
    EventCodec codec;

    @Autowired
    Tracing tracing;

    @Autowired
    MeterRegistry meters;

    @Test
    void eventThatComesAsAPullEndsIsNotLost() throws Exception {
        try (var link = Proxy.to(URI.create(properties.natsUrl()).getPort())) {
            link.slowDown(LATE_BY);
            var connection = NatsConnections.connect("slow-service", settings("nats://localhost:" + link.port()));
            var consumer =
                    consumer("slow-service-payments", new EventStream(connection), HandledVersions.UNGATED, SECOND);
            consumer.start();
            await().until(consumer::isSubscribed);

            for (var event = 0; event < MORE_THAN_THREE_PULLS; event++) {
                broker.publish(new PaymentFailed(new ObjectId().toHexString(), "order", "x"), 0);
                broker.awaitSettled("slow-service-payments");
            }

            consumer.stop();
            connection.close();
        }
    }

    @Test
    void consumerThatTheServerForgetsWhileNothingIsAskedForIsMadeAgain() throws Exception {
        var released = new CountDownLatch(1);
        var connection = NatsConnections.connect("busy-service", settings(properties.natsUrl()));
        var consumer = consumer("busy-service-payments", new EventStream(connection), heldUpBy(released), SECOND);
        var id = new ObjectId().toHexString();
        try (var admin = BrokerAdmin.connect(properties.natsUrl())) {
            for (var version = 0; version <= IN_HAND; version++) {
                broker.publish(new PaymentFailed(id, "order", "x"), version);
            }
            consumer.start();
            await().until(consumer::isSubscribed);
            await().until(() -> admin.underWay("PAYMENTS", "busy-service-payments") == IN_HAND);

            admin.forget("busy-service-payments");
            released.countDown();

            await().ignoreExceptions().until(() -> admin.unsettled("busy-service-payments") == 0);
        }
        consumer.stop();
        connection.close();
    }

    @Test
    void consumerThatTheServerForgetsWhileItIsAwayIsMadeAgainOnceItIsBack() throws Exception {
        try (var link = Proxy.to(URI.create(properties.natsUrl()).getPort());
                var admin = BrokerAdmin.connect(properties.natsUrl())) {
            var connection = NatsConnections.connect("cut-service", settings("nats://localhost:" + link.port()));
            var consumer = consumer(
                    "cut-service-payments", new EventStream(connection), HandledVersions.UNGATED, Duration.ofHours(1));
            consumer.start();
            await().until(consumer::isSubscribed);
            broker.awaitSettled("cut-service-payments");

            link.cutDuring(() -> admin.forget("cut-service-payments"));

            await().ignoreExceptions().until(() -> admin.unsettled("cut-service-payments") == 0);
            consumer.stop();
            connection.close();
        }
    }

    private static MessagingProperties settings(String natsUrl) {
        return new MessagingProperties(natsUrl, null, null, 1, Duration.ofMinutes(5), Duration.ofMinutes(30), 1);
    }

    private EventConsumer consumer(String durable, EventStream stream, HandledVersions handled, Duration pullEvery) {
        var processor = new EventProcessor(Map.of(), handled, codec, new Arrivals());
        var acknowledger = new MessageAcknowledger(durable, processor, new DeadLetters(stream), tracing, meters);
        var publisher = EventCatalog.publisher(PaymentFailed.class);
        var topology = new Topology(stream, 1, Duration.ofMinutes(5));
        return new EventConsumer(publisher, stream, topology, acknowledger, 1, pullEvery);
    }

    private static HandledVersions heldUpBy(CountDownLatch released) {
        return new HandledVersions() {
            @Override
            public Verdict verdict(Envelope envelope) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return Verdict.APPLY;
            }

            @Override
            public void advance(Envelope envelope) {}
        };
    }
}
