package dev.ticketing.documents;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** The defaults of every service with documents. */
@AutoConfiguration
@ConditionalOnClass(MongoOperations.class)
@EnableResilientMethods(proxyTargetClass = true)
class DocumentsAutoConfiguration {

    @Bean
    DatabaseTimeouts databaseTimeouts() {
        return new DatabaseTimeouts();
    }

    @Bean
    static MongoAwaited mongoAwaited() {
        return new MongoAwaited();
    }

    /** Uses {@code ping}, which every server supports. The bean's name replaces Boot's own indicator. */
    @Bean
    HealthIndicator mongoHealthIndicator(MongoOperations mongo) {
        return () -> {
            mongo.executeCommand("{ping: 1}");
            return Health.up().build();
        };
    }
}
