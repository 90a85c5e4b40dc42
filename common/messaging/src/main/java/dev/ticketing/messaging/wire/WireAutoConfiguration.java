package dev.ticketing.messaging.wire;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The connection to the broker, and the streams of the service named by {@code spring.application.name}. */
@AutoConfiguration
@EnableConfigurationProperties(MessagingProperties.class)
class WireAutoConfiguration {

    private final String service;

    WireAutoConfiguration(@Value("${spring.application.name}") String service) {
        this.service = service;
    }

    @Bean(destroyMethod = "close")
    Connection natsConnection(MessagingProperties properties) throws InterruptedException {
        return NatsConnections.connect(service, properties);
    }

    @Bean
    EventStream eventStream(Connection connection) {
        return new EventStream(connection);
    }

    @Bean
    Topology topology(EventStream stream, MessagingProperties properties) throws IOException, JetStreamApiException {
        var topology = new Topology(stream, properties.replicas(), properties.ackWait());
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
}
