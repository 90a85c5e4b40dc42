package dev.ticketing.process;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The clock of a process. */
@AutoConfiguration
class ProcessAutoConfiguration {

    /** MongoDB stores milliseconds. With a finer clock, a saved document would differ from the loaded one. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
