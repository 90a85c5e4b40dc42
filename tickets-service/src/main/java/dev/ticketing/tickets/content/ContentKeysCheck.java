package dev.ticketing.tickets.content;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;

/** Stops a start without usable keys before anything else begins, because later failures would be harder to read. */
class ContentKeysCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            var given = context.getEnvironment();
            var settings = new ContentSettings(
                    given.getProperty("ticketing.content.keys"), given.getProperty("ticketing.content.code-key"), null);
            settings.sealingKeys();
            settings.fingerprintKey();
        }
    }
}
