package dev.ticketing.process;

import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.PlaceholderResolutionException;

/** Stops the startup before anything else if settings are incomplete: no connection is made, and no port is open. */
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

    /** A setting that refers to another, such as {@code MONGODB_URI} with {@code ${MONGODB_PASSWORD}}. */
    private static void resolve(ConfigurableEnvironment environment, String setting) {
        try {
            environment.getProperty(setting);
        } catch (PlaceholderResolutionException e) {
            throw new UnusableSetting(
                    e.getPlaceholder() + " is not set (expected: a value, since another setting refers to it)");
        }
    }
}
