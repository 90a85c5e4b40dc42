package dev.ticketing.client.testing;

import java.io.IOException;
import org.springframework.boot.test.context.TestConfiguration;
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
            for (var service : new String[] {"auth", "tickets", "orders", "payments", "stripe-sandbox"}) {
                properties.add("ticketing.api." + service, stubs::address);
            }
        };
    }

    /** Lazy: the port is known once the server runs. */
    @Bean
    @Lazy
    Site site(Environment environment, StubServices stubs) {
        return new Site(Browser.at(environment.getRequiredProperty("local.server.port", Integer.class)), stubs);
    }
}
