package dev.ticketing.stripesandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The external settings.
 *
 * @param data folder of the journal; empty: in memory only
 * @param publicUrl address of this server for browsers; empty: the address of the API call
 */
@ConfigurationProperties("sandbox")
public record SandboxSettings(
        @DefaultValue("") String data,
        @DefaultValue("") String publicUrl,
        @DefaultValue Webhook webhook) {

    /** The target of events, and the secret that signs them; with an empty URL none are sent. */
    public record Webhook(
            @DefaultValue("") String url, @DefaultValue("") String secret) {

        public Webhook {
            if (!url.isBlank() && secret.isBlank()) {
                throw new IllegalArgumentException(
                        "STRIPE_WEBHOOK_SECRET is empty (expected: the signing secret for " + url + ")");
            }
        }

        public boolean isSet() {
            return !url.isBlank();
        }
    }
}
