package dev.ticketing.local;

import dev.ticketing.local.process.CannotStart;
import java.util.Map;
import java.util.Optional;

/** Where the backing services are: on this machine, unless the environment names others. */
final class Connections {

    private final SuiteOptions options;
    private final Map<String, String> environment;

    Connections(SuiteOptions options) {
        this.options = options;
        this.environment = options.environment();
        if (stripe().isPresent() && given("STRIPE_KEY").isEmpty()) {
            throw new CannotStart(
                    "STRIPE_API_BASE=%s needs STRIPE_KEY, that account's secret key (or unset both to use the sandbox)"
                            .formatted(stripe().get()));
        }
    }

    private Optional<String> given(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    Optional<String> mongodb() {
        return given("MONGODB_URI");
    }

    Optional<String> nats() {
        return given("NATS_URL");
    }

    /** Of a server of ours with users, who all have one password: every service is the user of its name. */
    Optional<String> natsConfig() {
        return nats().isPresent() ? Optional.empty() : given("NATS_CONFIG");
    }

    Optional<String> redis() {
        return given("REDIS_URL");
    }

    Optional<String> stripe() {
        return given("STRIPE_API_BASE");
    }

    String mongodbUri() {
        // the container is a replica set that knows itself by a name only Docker resolves
        var suffix = options.docker() ? "/?directConnection=true" : "";
        return mongodb().orElse("mongodb://localhost:" + options.port(Port.MONGODB) + suffix);
    }

    String natsUrl() {
        return nats().orElse("nats://localhost:" + options.port(Port.NATS));
    }

    /** For tools, which are the user that the environment names. */
    String natsUrlWithUser() {
        return given("NATS_USER")
                .map(user -> natsUrl().replace("://", "://%s:%s@".formatted(user, environment.get("NATS_PASSWORD"))))
                .orElseGet(this::natsUrl);
    }

    String redisUrl() {
        return redis().orElse("redis://localhost:" + options.port(Port.REDIS));
    }

    String stripeApiBase() {
        return stripe().orElse(options.url(Port.STRIPE_SANDBOX));
    }

    /** The sandbox never sees a real key, whatever the environment holds. */
    String stripeKey() {
        return stripe().isPresent() ? environment.get("STRIPE_KEY") : "sk_test_sandbox";
    }

    String webhookSecret(Secrets secrets) {
        return stripe().flatMap(base -> given("STRIPE_WEBHOOK_SECRET")).orElseGet(secrets::webhookSecret);
    }
}
