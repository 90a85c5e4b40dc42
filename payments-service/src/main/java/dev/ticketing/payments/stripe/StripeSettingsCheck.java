package dev.ticketing.payments.stripe;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;

/** Stops the startup with a {@link StripeMisconfigured} before anything else begins. */
final class StripeSettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var building = Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
        if (!building) {
            Binder.get(context.getEnvironment()).bind("ticketing.stripe", StripeSettings.class);
        }
    }
}
