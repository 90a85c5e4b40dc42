package dev.ticketing.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** Wires the machinery for the service named by {@code spring.application.name}. */
@AutoConfiguration
@EnableConfigurationProperties(MessagingProperties.class)
@EnableResilientMethods(proxyTargetClass = true)
class MessagingAutoConfiguration {

    private final String service;
    private final MessagingProperties properties;

    MessagingAutoConfiguration(@Value("${spring.application.name}") String service, MessagingProperties properties) {
        this.service = service;
        this.properties = properties;
    }

    /** MongoDB keeps milliseconds; so do we, or what was saved would differ from what was loaded. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean(destroyMethod = "close")
    Connection natsConnection() throws InterruptedException {
        return NatsConnections.connect(service, properties);
    }

    @Bean
    EventStream eventStream(Connection connection) {
        return new EventStream(connection);
    }

    @Bean
    Topology topology(EventStream stream) throws IOException, JetStreamApiException {
        var topology = new Topology(stream, properties);
        for (var publisher : EventCatalog.publishers()) {
            if (publisher.by().equals(service)) {
                topology.ensureStream(publisher);
            }
        }
        topology.ensureDeadLetters();
        return topology;
    }

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    Tracing eventTracing(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new Tracing(tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean
    EventPublisher eventPublisher(EventStream stream, EventCodec codec, Tracing tracing, Clock clock) {
        return new EventPublisher(stream, codec, tracing, clock);
    }

    @Bean
    EventReplay eventReplay(EventStream stream, EventCodec codec) {
        return new EventReplay(stream, codec);
    }

    @Bean
    EventFeed eventFeed(EventStream stream, EventCodec codec) {
        return new EventFeed(stream, codec);
    }

    @Bean
    EventConsumers eventConsumers(
            ListableBeanFactory beans,
            Topology topology,
            EventStream stream,
            ObjectProvider<HandledVersions> handled,
            EventCodec codec,
            Tracing tracing,
            MeterRegistry meters) {
        var deadLetters = new DeadLetters(stream);
        return new EventConsumers(service, beans, (durable, publisher, handlers) -> {
            var processor = new EventProcessor(handlers, handled.getIfAvailable(() -> HandledVersions.UNGATED), codec);
            var settlement = new Settlement(durable, processor, deadLetters, tracing, meters);
            return new EventConsumer(publisher, stream, topology, settlement, properties.lanes());
        });
    }

    @Bean
    ConsumerMetrics consumerMetrics(EventConsumers consumers, EventStream stream, MeterRegistry meters) {
        return new ConsumerMetrics(consumers, stream, meters);
    }

    @Bean
    Polling metricsPolling(ObjectProvider<Polled> polled) {
        return new Polling(polled.stream().toList());
    }

    @Bean
    NatsHealthIndicator natsHealthIndicator(Connection connection, EventConsumers consumers) {
        return new NatsHealthIndicator(connection, consumers);
    }

    @Bean
    SharedKeys.Factory sharedKeysFactory(EventStream stream) {
        return (bucket, timeToLive) -> SharedKeys.open(stream, bucket, timeToLive, properties.replicas());
    }

    /** For services with documents: aggregates with an outbox, and consumers gated by version. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MongoOperations.class)
    static class WithDocuments {

        @Bean
        DatabaseTimeouts databaseTimeouts() {
            return new DatabaseTimeouts();
        }

        @Bean
        static MongoAwaited mongoAwaited(Environment environment) {
            return new MongoAwaited(environment);
        }

        @Bean
        HandledVersions handledVersions(MongoOperations mongo) {
            return new MongoHandledVersions(mongo);
        }

        /** By {@code ping}, which every server knows, and by the name that replaces Boot's own. */
        @Bean
        HealthIndicator mongoHealthIndicator(MongoOperations mongo) {
            return () -> {
                mongo.executeCommand("{ping: 1}");
                return Health.up().build();
            };
        }

        @Bean
        OutboxRelay outboxRelay(ObjectProvider<MongoOperations> mongo, EventStream stream, Clock clock) {
            return new OutboxRelay(mongo::getObject, stream, clock);
        }

        @Bean
        OutboxMetrics outboxMetrics(
                ObjectProvider<MongoOperations> mongo, OutboxRelay relay, Clock clock, MeterRegistry meters) {
            return new OutboxMetrics(mongo::getObject, relay, clock, meters);
        }

        @Bean
        OutboxCallback outboxCallback(EventCodec codec, OutboxRelay relay, Tracing tracing, Clock clock) {
            return new OutboxCallback(codec, relay, tracing, clock);
        }
    }
}
