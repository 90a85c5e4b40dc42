package dev.ticketing.local;

import dev.ticketing.local.process.ProcessSpec;
import dev.ticketing.local.process.Readiness;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The Boot applications, each with the addresses it may need and only the secrets it does need. */
final class Applications {

    /** Those that the front door leads to. */
    static final List<Port> ROUTED = List.of(Port.AUTH, Port.TICKETS, Port.ORDERS, Port.PAYMENTS, Port.CLIENT);

    /** Those of which there may be several; a second sandbox would have books of its own. */
    static final List<Port> REPLICATED =
            Stream.concat(ROUTED.stream(), Stream.of(Port.EXPIRATION)).toList();

    private static final Set<String> SECRETS =
            Set.of("JWT_KEY", "MONGODB_URI", "REDIS_URL", "STRIPE_KEY", "STRIPE_WEBHOOK_SECRET");

    private final SuiteOptions options;
    private final Connections connections;
    private final Function<String, Program> programs;
    private final Secrets secrets;

    Applications(SuiteOptions options, Connections connections) {
        this(options, connections, module -> new Application(options.home(), module));
    }

    /** @param programs by the folder of the module */
    Applications(SuiteOptions options, Connections connections, Function<String, Program> programs) {
        this.options = options;
        this.connections = connections;
        this.programs = programs;
        this.secrets = new Secrets(options.data("secrets"));
    }

    List<ProcessSpec> specs() {
        return running()
                .flatMap(port -> instances(port).stream())
                .map(instance -> spec(instance, program(instance.of()).command()))
                .toList();
    }

    /** The same for those whose start has not been recorded yet. */
    List<ProcessSpec> trainingSpecs() {
        return running()
                .filter(port -> !program(port).hasCache())
                .map(port -> spec(new Instance(port, 1), program(port).trainingCommand()))
                .toList();
    }

    void keepCaches() {
        running().map(this::program).forEach(Program::keepCache);
    }

    void unpack() {
        running()
                .parallel()
                .map(port -> new Application(options.home(), module(port)))
                .forEach(Application::unpack);
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

    private Program program(Port port) {
        return programs.apply(module(port));
    }

    private static String module(Port port) {
        return port == Port.STRIPE_SANDBOX ? "infra/stripe-sandbox" : port.owner();
    }

    private List<Instance> instances(Port port) {
        return REPLICATED.contains(port) ? options.instances(port) : List.of(new Instance(port, 1));
    }

    private ProcessSpec spec(Instance instance, List<String> command) {
        var ready = Readiness.ok(URI.create(options.url(instance) + "/readyz"));
        var folder = program(instance.of()).folder();
        return new ProcessSpec(instance.name(), command, environment(instance), folder, ready);
    }

    private Map<String, String> environment(Instance instance) {
        var environment = new HashMap<>(options.environment());
        environment.keySet().removeAll(SECRETS);
        environment.put("SERVER_PORT", String.valueOf(options.port(instance)));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.putAll(addresses());
        environment.putAll(settingsOf(instance.of()));
        connections
                .natsConfig()
                .ifPresent(config -> environment.put("NATS_USER", instance.of().owner()));
        environment.putAll(options.own().getOrDefault(instance.name(), Map.of()));
        return environment;
    }

    private Map<String, String> addresses() {
        return Map.of(
                "AUTH_URL", urlOfAll(Port.AUTH),
                "TICKETS_URL", urlOfAll(Port.TICKETS),
                "ORDERS_URL", urlOfAll(Port.ORDERS),
                "PAYMENTS_URL", urlOfAll(Port.PAYMENTS),
                "NATS_URL", connections.natsUrl(),
                "STRIPE_API_BASE", connections.stripeApiBase());
    }

    /** Of several instances only the front door knows which is ready. */
    private String urlOfAll(Port port) {
        return options.url(options.instances() == 1 ? port : Port.FRONT_DOOR);
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
                        "STRIPE_WEBHOOK_URL", urlOfAll(Port.PAYMENTS) + "/api/payments/webhook");
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
