package dev.ticketing.messaging;

import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.EventStream;
import dev.ticketing.messaging.wire.MessagingProperties;
import dev.ticketing.messaging.wire.Tracing;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The beans that a service calls: publishing without an outbox, and reading beside the consumers. Each subpackage
 * configures itself.
 */
@AutoConfiguration
class MessagingAutoConfiguration {

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
    Arrivals arrivals() {
        return new Arrivals();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MongoOperations.class)
    static class WithDocuments {

        @Bean
        Replicas replicas(Clock clock, Arrivals arrivals, MessagingProperties properties) {
            return new Replicas(clock, arrivals, properties.longestLag());
        }
    }
}
