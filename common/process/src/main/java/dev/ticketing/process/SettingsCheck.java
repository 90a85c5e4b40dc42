package dev.ticketing.process;

import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.PlaceholderResolutionException;

/** Ends a start whose settings are incomplete before anything else begins: nothing is connected, and no port is open. */
final class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        check(context.getEnvironment());
    }

    static void check(ConfigurableEnvironment environment) {
        for (var source : environment.getPropertySources()) {
            if (source instanceof OriginTrackedMapPropertySource yaml) {
                for (var setting : yaml.getPropertyNames()) {
                    resolve(environment, setting);
                }
            }
        }
    }

    /** One that names another: {@code MONGODB_URI} with a {@code ${MONGODB_PASSWORD}} in it. */
    private static void resolve(ConfigurableEnvironment environment, String setting) {
        try {
            environment.getProperty(setting);
        } catch (PlaceholderResolutionException e) {
            throw new UnusableSetting(
                    e.getPlaceholder() + " is not set (expected: a value, since another setting refers to it)");
        }
    }
}
