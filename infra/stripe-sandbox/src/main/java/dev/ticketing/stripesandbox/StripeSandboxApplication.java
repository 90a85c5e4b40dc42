package dev.ticketing.stripesandbox;

import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.event.EventListener;

/** Starts the sandbox with a warning, and never in production. */
@SpringBootApplication
@ConfigurationPropertiesScan
class StripeSandboxApplication {

    static final String ENVIRONMENT = "TICKETING_ENVIRONMENT";

    public static void main(String[] args) {
        var refusal = refusal(System.getenv(ENVIRONMENT)).or(() -> refusal(System.getProperty(ENVIRONMENT)));
        if (refusal.isPresent()) {
            System.err.println(refusal.get());
            System.exit(1);
        }
        SpringApplication.run(StripeSandboxApplication.class, args);
    }

    static Optional<String> refusal(String environment) {
        if (environment == null || !environment.strip().toLowerCase().startsWith("prod")) {
            return Optional.empty();
        }
        return Optional.of("The Stripe sandbox refuses to start: " + ENVIRONMENT + " is " + environment
                + " (expected: anything but production; with real money use Stripe itself).");
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        LoggerFactory.getLogger(getClass()).warn("This is the STRIPE SANDBOX. No real money moves here.");
    }
}
