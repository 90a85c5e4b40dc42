package dev.ticketing.messaging.gate;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Services with documents record the versions they have handled; others have no gate. */
@AutoConfiguration
@ConditionalOnClass(MongoOperations.class)
class GateAutoConfiguration {

    @Bean
    HandledVersions handledVersions(MongoOperations mongo) {
        return new MongoHandledVersions(mongo);
    }
}
