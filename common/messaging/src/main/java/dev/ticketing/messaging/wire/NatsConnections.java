package dev.ticketing.messaging.wire;

import io.nats.client.Connection;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.impl.ErrorListenerLoggerImpl;
import io.nats.client.support.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection per process. It waits for the broker at startup and reconnects after every interruption. */
public final class NatsConnections {

    private static final Logger log = LoggerFactory.getLogger(NatsConnections.class);

    private NatsConnections() {}

    public static Connection connect(String service, MessagingProperties properties) throws InterruptedException {
        var options = Options.builder()
                .servers(properties.natsUrl().split(","))
                .connectionName(service)
                // not one for all: with a common prefix, every user could read the responses to all others
                .inboxPrefix("_INBOX." + service + ".")
                .connectionTimeout(Duration.ofSeconds(2))
                .pingInterval(Duration.ofSeconds(10))
                .maxReconnects(-1)
                .reconnectWait(Duration.ofMillis(250))
                .errorListener(new WithoutExpiredPulls())
                .connectionListener((connection, event) -> log.info("nats={} {}", properties.natsUrl(), event));
        if (properties.user() != null && !properties.user().isBlank()) {
            options.userInfo(properties.user(), properties.password());
        }
        try {
            return Nats.connectReconnectOnConnect(options.build());
        } catch (IOException e) {
            throw new UncheckedIOException("NATS at " + properties.natsUrl() + ": " + e.getMessage(), e);
        }
    }

    /** Logs the library's messages, except that no event has arrived for a while. */
    private static final class WithoutExpiredPulls extends ErrorListenerLoggerImpl {

        private static final int REQUEST_TIMEOUT = 408;

        @Override
        public void pullStatusWarning(Connection connection, JetStreamSubscription subscription, Status status) {
            if (status.getCode() != REQUEST_TIMEOUT) {
                super.pullStatusWarning(connection, subscription, status);
            }
        }
    }
}
