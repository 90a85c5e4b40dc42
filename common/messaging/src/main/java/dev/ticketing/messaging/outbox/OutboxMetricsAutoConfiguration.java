package dev.ticketing.messaging.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Measures the outboxes in the background. */
@AutoConfiguration(before = TaskSchedulingAutoConfiguration.class)
@ConditionalOnClass(MongoOperations.class)
@EnableScheduling
class OutboxMetricsAutoConfiguration {

    @Bean
    OutboxMetrics outboxMetrics(
            ObjectProvider<MongoOperations> mongo, OutboxRelay relay, Clock clock, MeterRegistry meters) {
        return new OutboxMetrics(mongo::getObject, relay, clock, meters);
    }
}
