package dev.ticketing.operator;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** Where things are: what the environment says, else where {@code ./dev up} puts them. */
record Addresses(Map<String, String> environment) {

    String natsUrl() {
        return given("NATS_URL", "nats://localhost:" + given("NATS_PORT", "4222"));
    }

    String natsUser() {
        return given("NATS_USER", null);
    }

    String natsPassword() {
        return given("NATS_PASSWORD", null);
    }

    /** In a cluster every service has its own: {@code ORDERS_MONGODB_URI} and so on. */
    String mongodbUri(String database) {
        var usual = "mongodb://localhost:" + given("MONGODB_PORT", "27017");
        return given(database.toUpperCase(Locale.ROOT) + "_MONGODB_URI", given("MONGODB_URI", usual));
    }

    /** Perhaps Stripe itself, which does not know the sandbox's paths. */
    URI sandbox() {
        return URI.create(given("STRIPE_API_BASE", "http://localhost:" + given("STRIPE_SANDBOX_PORT", "12111")));
    }

    private String given(String variable, String otherwise) {
        var value = environment.get(variable);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
