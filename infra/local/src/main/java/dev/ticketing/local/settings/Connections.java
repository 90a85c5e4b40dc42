package dev.ticketing.local.settings;

import dev.ticketing.suite.Addresses;
import dev.ticketing.suite.CannotStart;
import dev.ticketing.suite.Port;
import java.util.Optional;

/** The addresses of the backing services: on this machine, unless the environment names others. */
public final class Connections {

    private final SuiteOptions options;
    private final Addresses addresses;

    public Connections(SuiteOptions options) {
        this.options = options;
        this.addresses = options.addresses();
        if (stripe().isPresent() && given("STRIPE_KEY").isEmpty()) {
            throw new CannotStart(
                    "STRIPE_API_BASE=%s needs STRIPE_KEY, that account's secret key (or unset both to use the sandbox)"
                            .formatted(stripe().get()));
        }
    }

    private Optional<String> given(String variable) {
        return addresses.given(variable);
    }

    public Optional<String> mongodb() {
        return given("MONGODB_URI");
    }

    public Optional<String> nats() {
        return given("NATS_URL");
    }

    /** For our own server with users, who share one password: every service is the user with its name. */
    public Optional<String> natsConfig() {
        return nats().isPresent() ? Optional.empty() : given("NATS_CONFIG");
    }

    public Optional<String> redis() {
        return given("REDIS_URL");
    }

    public Optional<String> stripe() {
        return given("STRIPE_API_BASE");
    }

    public String mongodbUri() {
        // the container is a replica set under a name that only Docker resolves
        var suffix = options.docker() ? "/?directConnection=true" : "";
        return mongodb().orElse("mongodb://localhost:" + options.port(Port.MONGODB) + suffix);
    }

    public String natsUrl() {
        return addresses.natsUrl();
    }

    public String redisUrl() {
        return addresses.redisUrl();
    }

    public String stripeApiBase() {
        return addresses.stripe().toString();
    }

    /** The sandbox never receives a real key, whatever the environment contains. */
    public String stripeKey() {
        return stripe().flatMap(base -> given("STRIPE_KEY")).orElse("sk_test_sandbox");
    }

    public String webhookSecret(Secrets secrets) {
        return stripe().flatMap(base -> given("STRIPE_WEBHOOK_SECRET")).orElseGet(secrets::webhookSecret);
    }
}
