package dev.ticketing.messaging.outbox;

import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.EventStream;
import dev.ticketing.messaging.wire.Tracing;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Fills and empties the outboxes of a service with documents. */
@AutoConfiguration
@ConditionalOnClass(MongoOperations.class)
class OutboxAutoConfiguration {

    @Bean
    OutboxRelay outboxRelay(ObjectProvider<MongoOperations> mongo, EventStream stream, Clock clock) {
        return new OutboxRelay(mongo::getObject, stream, clock);
    }

    @Bean
    OutboxCallback outboxCallback(EventCodec codec, OutboxRelay relay, Tracing tracing, Clock clock) {
        return new OutboxCallback(codec, relay, tracing, clock);
    }
}
