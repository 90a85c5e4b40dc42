package dev.ticketing.payments;

import dev.ticketing.testing.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Boots the service with the Stripe sandbox behind it; what it captures is never told by webhooks of its own. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@ContextCustomizerFactories(SandboxTest.Settings.class)
public @interface SandboxTest {

    /** Points the service at the sandbox, before its settings are checked. */
    class Settings implements ContextCustomizerFactory {

        @Override
        public ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            return new AtTheSandbox();
        }
    }

    /** A record, so that tests share a context. */
    record AtTheSandbox() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            Sandbox.configure((name, value) ->
                    TestPropertyValues.of(name + "=" + value.get()).applyTo(context));
        }
    }
}
