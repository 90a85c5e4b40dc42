package dev.ticketing.testing;

import dev.ticketing.testing.contract.ContractFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Beans that tests can inject besides {@link Broker}. */
@TestConfiguration(proxyBeanMethods = false)
class TestBeans {

    @Bean
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    FilterRegistrationBean<ContractFilter> contractFilter() {
        var registration = new FilterRegistrationBean<>(new ContractFilter());
        registration.addUrlPatterns("/api/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
