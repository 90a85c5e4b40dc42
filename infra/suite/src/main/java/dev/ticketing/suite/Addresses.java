package dev.ticketing.suite;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The addresses of the backing services: from the environment, or the defaults of {@code ./dev up}. */
public record Addresses(Map<String, String> environment) {

    public String natsUrl() {
        return given("NATS_URL").orElseGet(() -> "nats://localhost:" + Port.NATS.in(environment));
    }

    /** With the user and the password from the environment, if it has them. */
    public String natsUrlWithUser() {
        return given("NATS_USER")
                .map(user -> natsUrl().replace("://", "://%s:%s@".formatted(user, natsPassword())))
                .orElseGet(this::natsUrl);
    }

    /** The user for tools; absent if the broker has no users. */
    public @Nullable String natsUser() {
        return given("NATS_USER").orElse(null);
    }

    public @Nullable String natsPassword() {
        return given("NATS_PASSWORD").orElse(null);
    }

    /**
     * A container is a replica set with a name that only Docker resolves; the embedded server also accepts the option.
     */
    public String mongodbUri() {
        return given("MONGODB_URI")
                .orElseGet(() -> "mongodb://localhost:" + Port.MONGODB.in(environment) + "/?directConnection=true");
    }

    /** In a cluster every service has its own database: {@code ORDERS_MONGODB_URI} and so on. */
    public String mongodbUri(String database) {
        return given(database.toUpperCase(Locale.ROOT) + "_MONGODB_URI").orElseGet(this::mongodbUri);
    }

    public String redisUrl() {
        return given("REDIS_URL").orElseGet(() -> "redis://localhost:" + Port.REDIS.in(environment));
    }

    /** Perhaps Stripe itself, which does not support the sandbox's paths. */
    public URI stripe() {
        return URI.create(given("STRIPE_API_BASE")
                .orElseGet(() ->
                        "http://localhost:" + Port.of(Service.STRIPE_SANDBOX).in(environment)));
    }

    /** The value from the environment, unless it is blank. */
    public Optional<String> given(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}
