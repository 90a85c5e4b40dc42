package dev.ticketing.messaging;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection per process, which waits for the broker at the start and comes back whenever it was away. */
final class NatsConnections {

    private static final Logger log = LoggerFactory.getLogger(NatsConnections.class);

    private NatsConnections() {}

    static Connection connect(String service, MessagingProperties properties) throws InterruptedException {
        var options = Options.builder()
                .servers(properties.natsUrl().split(","))
                .connectionName(service)
                // not one for all: who may listen to it reads every answer to everybody
                .inboxPrefix("_INBOX." + service + ".")
                .connectionTimeout(Duration.ofSeconds(2))
                .pingInterval(Duration.ofSeconds(10))
                .maxReconnects(-1)
                .reconnectWait(Duration.ofMillis(250))
                .connectionListener((connection, event) -> log.info("nats={} {}", properties.natsUrl(), event));
        if (properties.user() != null && !properties.user().isBlank()) {
            if (properties.password() == null || properties.password().isBlank()) {
                throw new MissingSetting(
                        "NATS_PASSWORD is not set (expected: the password of the user " + properties.user() + ")");
            }
            options.userInfo(properties.user(), properties.password());
        }
        try {
            return Nats.connectReconnectOnConnect(options.build());
        } catch (IOException e) {
            throw new UncheckedIOException("NATS at " + properties.natsUrl() + ": " + e.getMessage(), e);
        }
    }
}
