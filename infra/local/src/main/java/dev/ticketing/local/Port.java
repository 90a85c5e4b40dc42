package dev.ticketing.local;

import dev.ticketing.local.process.CannotStart;
import java.util.Map;

/** Where each part listens on localhost, unless its variable says otherwise. */
public enum Port {
    FRONT_DOOR("front-door", "TICKETING_PORT", 8080),
    AUTH("auth-service", "AUTH_PORT", 8081),
    TICKETS("tickets-service", "TICKETS_PORT", 8082),
    ORDERS("orders-service", "ORDERS_PORT", 8083),
    PAYMENTS("payments-service", "PAYMENTS_PORT", 8084),
    EXPIRATION("expiration-service", "EXPIRATION_PORT", 8085),
    CLIENT("client", "CLIENT_PORT", 8086),
    STRIPE_SANDBOX("stripe-sandbox", "STRIPE_SANDBOX_PORT", 12111),
    NATS("nats", "NATS_PORT", 4222),
    MONGODB("mongodb", "MONGODB_PORT", 27017),
    REDIS("redis", "REDIS_PORT", 6379);

    private final String owner;
    private final String variable;
    private final int usual;

    Port(String owner, String variable, int usual) {
        this.owner = owner;
        this.variable = variable;
        this.usual = usual;
    }

    /** The name of the process that listens there. */
    public String owner() {
        return owner;
    }

    public String variable() {
        return variable;
    }

    int in(Map<String, String> environment) {
        var value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return usual;
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
            throw new CannotStart("%s=%s is no port (expected: 1 to 65535)".formatted(variable, value));
        }
        return Integer.parseInt(value);
    }
}
