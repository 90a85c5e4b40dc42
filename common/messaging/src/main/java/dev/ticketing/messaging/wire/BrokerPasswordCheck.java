package dev.ticketing.messaging.wire;

import dev.ticketing.process.UnusableSetting;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Stops the startup before anything else if a broker user has no password. */
final class BrokerPasswordCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        check(context.getEnvironment());
    }

    static void check(Environment environment) {
        var user = environment.getProperty("ticketing.messaging.user", "");
        if (!user.isBlank()
                && environment.getProperty("ticketing.messaging.password", "").isBlank()) {
            throw new UnusableSetting("NATS_PASSWORD is not set (expected: the password of the user " + user + ")");
        }
    }
}
