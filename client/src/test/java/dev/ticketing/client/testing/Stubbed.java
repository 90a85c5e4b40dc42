package dev.ticketing.client.testing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Points the pages at the stubs. */
@TestConfiguration(proxyBeanMethods = false)
class Stubbed {

    @Bean
    StubServices stubServices() throws IOException {
        return new StubServices();
    }

    @Bean
    DynamicPropertyRegistrar addresses(StubServices stubs) {
        return properties -> {
            properties.add("ticketing.operator.name", () -> "Example Ltd");
            properties.add("ticketing.operator.address", () -> "1 Long Lane, London");
            properties.add("ticketing.operator.email", () -> "hello@example.com");
            for (var service : new String[] {"auth", "tickets", "orders", "payments", "stripe-sandbox"}) {
                properties.add("ticketing.api." + service, stubs::address);
            }
        };
    }

    /** Makes the error page fail for requests with the header {@code Break-Error-Page}. */
    @Bean
    FilterRegistrationBean<Filter> brokenErrorPage() {
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            if (((HttpServletRequest) request).getHeader("Break-Error-Page") != null) {
                throw new ServletException("the error page is broken");
            }
            chain.doFilter(request, response);
        });
        filter.setDispatcherTypes(DispatcherType.ERROR);
        return filter;
    }

    /** Lazy, because the port is known only once the server runs. */
    @Bean
    @Lazy
    Site site(Environment environment, StubServices stubs) {
        return new Site(Browser.at(environment.getRequiredProperty("local.server.port", Integer.class)), stubs);
    }
}
