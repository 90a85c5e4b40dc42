package dev.ticketing.local;

import dev.ticketing.local.process.ProcessSpec;
import dev.ticketing.local.process.Readiness;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The Boot applications, each with the addresses it may need and only the secrets it does need. */
final class Applications {

    /** Those that the front door leads to. */
    static final List<Port> ROUTED = List.of(Port.AUTH, Port.TICKETS, Port.ORDERS, Port.PAYMENTS, Port.CLIENT);

    private static final Set<String> SECRETS =
            Set.of("JWT_KEY", "MONGODB_URI", "REDIS_URL", "STRIPE_KEY", "STRIPE_WEBHOOK_SECRET");

    private final SuiteOptions options;
    private final Connections connections;
    private final Secrets secrets;

    Applications(SuiteOptions options, Connections connections) {
        this.options = options;
        this.connections = connections;
        this.secrets = new Secrets(options.data("secrets"));
    }

    List<ProcessSpec> specs() {
        return running().map(port -> spec(port, application(port).command())).toList();
    }

    /** The same for those whose start has not been recorded yet. */
    List<ProcessSpec> trainingSpecs() {
        return running()
                .filter(port -> !application(port).hasCache())
                .map(port -> spec(port, application(port).trainingCommand()))
                .toList();
    }

    void keepCaches() {
        running().map(this::application).forEach(Application::keepCache);
    }

    void unpack() {
        running().parallel().map(this::application).forEach(Application::unpack);
    }

    /** All of them and the front door. */
    Stream<Port> ports() {
        return Stream.concat(running(), Stream.of(Port.FRONT_DOOR));
    }

    /** The sandbox only when the environment names no real Stripe. */
    private Stream<Port> running() {
        return Stream.of(
                        Port.AUTH,
                        Port.TICKETS,
                        Port.ORDERS,
                        Port.PAYMENTS,
                        Port.EXPIRATION,
                        Port.CLIENT,
                        Port.STRIPE_SANDBOX)
                .filter(port ->
                        port != Port.STRIPE_SANDBOX || connections.stripe().isEmpty());
    }

    private Application application(Port port) {
        return new Application(options.home(), port == Port.STRIPE_SANDBOX ? "infra/stripe-sandbox" : port.owner());
    }

    private ProcessSpec spec(Port port, List<String> command) {
        var ready = Readiness.ok(URI.create(options.url(port) + "/readyz"));
        return new ProcessSpec(
                port.owner(), command, environment(port), application(port).folder(), ready);
    }

    private Map<String, String> environment(Port port) {
        var environment = new HashMap<>(options.environment());
        environment.keySet().removeAll(SECRETS);
        environment.put("SERVER_PORT", String.valueOf(options.port(port)));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.putAll(addresses());
        environment.putAll(settingsOf(port));
        return environment;
    }

    private Map<String, String> addresses() {
        return Map.of(
                "AUTH_URL", options.url(Port.AUTH),
                "TICKETS_URL", options.url(Port.TICKETS),
                "ORDERS_URL", options.url(Port.ORDERS),
                "PAYMENTS_URL", options.url(Port.PAYMENTS),
                "NATS_URL", connections.natsUrl(),
                "STRIPE_API_BASE", connections.stripeApiBase());
    }

    private Map<String, String> settingsOf(Port port) {
        return switch (port) {
            case AUTH -> Map.of("MONGODB_URI", connections.mongodbUri(), "JWT_KEY", jwtKey());
            case TICKETS, ORDERS -> Map.of("MONGODB_URI", connections.mongodbUri());
            case PAYMENTS ->
                Map.of(
                        "MONGODB_URI", connections.mongodbUri(),
                        "STRIPE_KEY", connections.stripeKey(),
                        "STRIPE_WEBHOOK_SECRET", connections.webhookSecret(secrets),
                        "PUBLIC_URL", options.url(Port.FRONT_DOOR));
            case EXPIRATION -> Map.of("REDIS_URL", connections.redisUrl());
            case STRIPE_SANDBOX ->
                Map.of(
                        "SANDBOX_DATA", options.data("stripe-sandbox").toString(),
                        "STRIPE_WEBHOOK_SECRET", connections.webhookSecret(secrets),
                        "STRIPE_WEBHOOK_URL", options.url(Port.PAYMENTS) + "/api/payments/webhook");
            case CLIENT ->
                Map.of("STRIPE_SANDBOX_URL", connections.stripe().isEmpty() ? connections.stripeApiBase() : "");
            case FRONT_DOOR, NATS, MONGODB, REDIS -> Map.of();
        };
    }

    private String jwtKey() {
        var given = options.environment().get("JWT_KEY");
        return given == null || given.isBlank() ? secrets.jwtKey() : given;
    }
}
