package dev.ticketing.payments;

import dev.ticketing.testing.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Boots the service with the Stripe sandbox behind it; what it captures is never told by webhooks of its own. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import(SandboxTest.Configuration.class)
public @interface SandboxTest {

    /** Points the service at the sandbox. */
    @TestConfiguration(proxyBeanMethods = false)
    class Configuration {

        @Bean
        DynamicPropertyRegistrar sandbox() {
            return Sandbox::configure;
        }
    }
}
