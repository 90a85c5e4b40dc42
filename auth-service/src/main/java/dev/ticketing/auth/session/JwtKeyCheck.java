package dev.ticketing.auth.session;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;

/** Stops a start without a usable key before anything else begins, because later failures would be harder to read. */
class JwtKeyCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var building = Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
        if (!building) {
            new SigningKeys(context.getEnvironment().getProperty("ticketing.auth.jwt-key", ""));
        }
    }
}
