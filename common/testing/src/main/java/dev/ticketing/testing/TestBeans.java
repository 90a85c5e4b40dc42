package dev.ticketing.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Beans that tests can inject besides {@link Broker}. */
@TestConfiguration(proxyBeanMethods = false)
class TestBeans {

    @Bean
    MovableClock movableClock() {
        return new MovableClock();
    }
}
