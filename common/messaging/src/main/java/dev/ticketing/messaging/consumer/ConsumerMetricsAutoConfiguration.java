package dev.ticketing.messaging.consumer;

import dev.ticketing.messaging.wire.EventStream;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Measures the consumers in the background. */
@AutoConfiguration(before = TaskSchedulingAutoConfiguration.class)
@EnableScheduling
class ConsumerMetricsAutoConfiguration {

    @Bean
    ConsumerMetrics consumerMetrics(EventConsumers consumers, EventStream stream, MeterRegistry meters) {
        return new ConsumerMetrics(consumers, stream, meters);
    }
}
