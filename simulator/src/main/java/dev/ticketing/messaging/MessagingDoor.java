package dev.ticketing.messaging;

import dev.ticketing.check.evidence.StreamEvent;
import dev.ticketing.simulator.world.Broker;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mapping.callback.EntityCallbacks;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.event.BeforeConvertCallback;

/** What a process of a service keeps in memory of its messaging, made anew at every start. */
public final class MessagingDoor {

    private static final EventCodec CODEC = new EventCodec();

    private MessagingDoor() {}

    /** The wiring that every service has. */
    public static Class<?> configuration() {
        return MessagingAutoConfiguration.class;
    }

    /** Metrics, and what asks the broker for them; nobody decides by them. */
    public static Object noPolling() {
        return new Polling(List.of());
    }

    public static Class<?> polling() {
        return Polling.class;
    }

    /** Whether it is made anew by {@link #start}, or not to be started at all. */
    public static boolean isOurs(SmartLifecycle bean) {
        return bean instanceof OutboxRelay || bean instanceof Polling;
    }

    /** Starts the relay with an empty memory; to be called before the consumers are started. */
    public static void start(ApplicationContext context, MongoTemplate mongo) {
        var wiring = new MessagingAutoConfiguration.WithDocuments();
        var clock = context.getBean(java.time.Clock.class);
        var relay = wiring.outboxRelay(
                context.getBeanProvider(MongoOperations.class), context.getBean(EventStream.class), clock);
        var callback =
                wiring.outboxCallback(context.getBean(EventCodec.class), relay, context.getBean(Tracing.class), clock);
        var callbacks = EntityCallbacks.create(new BeforeConvertCallback<?>[] {callback});
        mongo.setEntityCallbacks(callbacks);
        relay.start();
    }

    /** As the checker sees it. */
    public static StreamEvent evidence(Broker.Stored stored) {
        var envelope = CODEC.envelope(stored.body());
        return new StreamEvent(
                stored.stream(),
                stored.sequence(),
                Broker.at(stored),
                envelope.id(),
                envelope.noun(),
                envelope.subject(),
                envelope.aggregateversion(),
                envelope.time(),
                new String(stored.body(), java.nio.charset.StandardCharsets.UTF_8),
                CODEC.event(envelope).orElse(null));
    }
}
