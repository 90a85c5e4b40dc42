package dev.ticketing.messaging.consumer;

import io.nats.client.Connection;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up when the broker answers and every declared consumer exists there. */
final class NatsHealthIndicator implements HealthIndicator {

    private final Connection connection;
    private final EventConsumers consumers;

    NatsHealthIndicator(Connection connection, EventConsumers consumers) {
        this.connection = connection;
        this.consumers = consumers;
    }

    @Override
    public Health health() {
        var status = connection.getStatus();
        var missing = consumers.missing();
        var up = status == Connection.Status.CONNECTED && missing.isEmpty();
        return Health.status(up ? "UP" : "DOWN")
                .withDetail("connection", status)
                .withDetail("missingConsumers", missing)
                .build();
    }
}
