package dev.ticketing.messaging;

import dev.ticketing.check.evidence.StreamEvent;
import dev.ticketing.messaging.outbox.OutboxCallback;
import dev.ticketing.messaging.outbox.OutboxRelay;
import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.EventStream;
import dev.ticketing.messaging.wire.Tracing;
import dev.ticketing.simulator.world.Broker;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mapping.callback.EntityCallbacks;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.event.BeforeConvertCallback;
import org.springframework.util.ClassUtils;

/** The state of a service's messaging in memory, created anew at every start. */
public final class MessagingWiring {

    private static final List<String> WIRING = List.of("dev.ticketing.messaging.", "dev.ticketing.documents.");
    private static final EventCodec CODEC = new EventCodec();

    private MessagingWiring() {}

    /** The wiring that every service has, without its metrics: no service decides by these. */
    public static Class<?>[] configurations() {
        var loader = MessagingWiring.class.getClassLoader();
        return ImportCandidates.load(AutoConfiguration.class, loader).getCandidates().stream()
                .filter(name -> WIRING.stream().anyMatch(name::startsWith))
                .filter(name -> !name.endsWith("MetricsAutoConfiguration"))
                .map(name -> ClassUtils.resolveClassName(name, loader))
                .toArray(Class<?>[]::new);
    }

    /** Whether it is made anew by {@link #start}. */
    public static boolean isOurs(SmartLifecycle bean) {
        return bean instanceof OutboxRelay;
    }

    /** Starts the relay with an empty memory; call this before the consumers start. */
    public static void start(ApplicationContext context, MongoTemplate mongo) {
        var clock = context.getBean(Clock.class);
        var relay = new OutboxRelay(
                () -> context.getBean(MongoOperations.class), context.getBean(EventStream.class), clock);
        var callback =
                new OutboxCallback(context.getBean(EventCodec.class), relay, context.getBean(Tracing.class), clock);
        var callbacks = EntityCallbacks.create(new BeforeConvertCallback<?>[] {callback});
        mongo.setEntityCallbacks(callbacks);
        relay.start();
    }

    /** In the form of the checker. */
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
