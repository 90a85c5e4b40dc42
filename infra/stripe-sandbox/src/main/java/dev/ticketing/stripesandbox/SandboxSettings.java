package dev.ticketing.stripesandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set from outside.
 *
 * @param data folder of the journal; empty: in memory only
 * @param publicUrl address under which a browser reaches this server; empty: the one that the API was called by
 */
@ConfigurationProperties("sandbox")
public record SandboxSettings(
        @DefaultValue("") String data,
        @DefaultValue("") String publicUrl,
        @DefaultValue Webhook webhook) {

    /** Where events are sent, and the secret they are signed with; an empty URL: nowhere. */
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
