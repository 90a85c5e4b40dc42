package dev.ticketing.messaging.consumer;

import dev.ticketing.messaging.Arrivals;
import dev.ticketing.messaging.gate.HandledVersions;
import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.EventStream;
import dev.ticketing.messaging.wire.MessagingProperties;
import dev.ticketing.messaging.wire.Topology;
import dev.ticketing.messaging.wire.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import java.time.Duration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Runs the consumers of the service named by {@code spring.application.name}. */
@AutoConfiguration
class ConsumerAutoConfiguration {

    private static final Duration PULL_EVERY = Duration.ofSeconds(10);

    @Bean
    EventConsumers eventConsumers(
            @Value("${spring.application.name}") String service,
            MessagingProperties properties,
            ListableBeanFactory beans,
            Topology topology,
            EventStream stream,
            ObjectProvider<HandledVersions> handled,
            EventCodec codec,
            Arrivals arrivals,
            Tracing tracing,
            MeterRegistry meters) {
        var deadLetters = new DeadLetters(stream);
        return new EventConsumers(service, beans, (durable, publisher, handlers) -> {
            var processor = new EventProcessor(
                    handlers, handled.getIfAvailable(() -> HandledVersions.UNGATED), codec, arrivals);
            var acknowledger = new MessageAcknowledger(durable, processor, deadLetters, tracing, meters);
            return new EventConsumer(publisher, stream, topology, acknowledger, properties.lanes(), PULL_EVERY);
        });
    }

    @Bean
    NatsHealthIndicator natsHealthIndicator(Connection connection, EventConsumers consumers) {
        return new NatsHealthIndicator(connection, consumers);
    }
}
