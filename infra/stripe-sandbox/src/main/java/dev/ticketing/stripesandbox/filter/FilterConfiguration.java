package dev.ticketing.stripesandbox.filter;

import dev.ticketing.stripesandbox.api.AuthenticationFilter;
import dev.ticketing.stripesandbox.api.SandboxHeaderFilter;
import dev.ticketing.stripesandbox.fault.FaultFilter;
import dev.ticketing.stripesandbox.fault.Faults;
import dev.ticketing.stripesandbox.idempotency.ExecutionFilter;
import dev.ticketing.stripesandbox.requestlog.RequestLog;
import dev.ticketing.stripesandbox.requestlog.RequestLogFilter;
import dev.ticketing.stripesandbox.store.Store;
import jakarta.servlet.Filter;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters of a call from the outside in: header, log, fault, key, then one transaction around the controller. */
@Configuration(proxyBeanMethods = false)
class FilterConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    FilterRegistrationBean<Filter> sandboxHeader() {
        return filter(new SandboxHeaderFilter(), 1, "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> requestLogging(RequestLog log) {
        return filter(new RequestLogFilter(log), 2, "/v1/*");
    }

    @Bean
    FilterRegistrationBean<Filter> faultInjection(Faults faults) {
        return filter(new FaultFilter(faults), 3, "/v1/*");
    }

    @Bean
    FilterRegistrationBean<Filter> authentication() {
        return filter(new AuthenticationFilter(), 4, "/v1/*");
    }

    @Bean
    FilterRegistrationBean<Filter> execution(Store store, Clock clock) {
        return filter(new ExecutionFilter(store, clock), 5, "/v1/*");
    }

    private static FilterRegistrationBean<Filter> filter(Filter filter, int order, String pattern) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setName(filter.getClass().getSimpleName());
        registration.addUrlPatterns(pattern);
        registration.setOrder(order);
        return registration;
    }
}
