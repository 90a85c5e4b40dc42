package dev.ticketing.local.apps;

import dev.ticketing.local.process.ProcessSpec;
import dev.ticketing.local.process.Progress;
import dev.ticketing.local.process.Readiness;
import dev.ticketing.local.settings.ClientLimits;
import dev.ticketing.local.settings.Connections;
import dev.ticketing.local.settings.Instance;
import dev.ticketing.local.settings.Secrets;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.Port;
import dev.ticketing.suite.Service;
import dev.ticketing.suite.Service.Need;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The Boot applications, each with the addresses it may need and only the secrets it needs. */
public final class Applications {

    private static final Set<String> SECRETS = Set.of(
            "JWT_KEY",
            "CONTENT_KEYS",
            "CONTENT_CODE_KEY",
            "MONGODB_URI",
            "REDIS_URL",
            "STRIPE_KEY",
            "STRIPE_WEBHOOK_SECRET");

    private final SuiteOptions options;
    private final Connections connections;
    private final Function<String, Program> programs;
    private final Secrets secrets;

    public Applications(SuiteOptions options, Connections connections) {
        this(options, connections, module -> new Application(options.home(), module));
    }

    /** @param programs by the folder of the module */
    public Applications(SuiteOptions options, Connections connections, Function<String, Program> programs) {
        this.options = options;
        this.connections = connections;
        this.programs = programs;
        this.secrets = new Secrets(options.data("secrets"));
    }

    public List<ProcessSpec> specs() {
        return running()
                .flatMap(service -> instances(service).stream())
                .map(instance -> spec(instance, program(instance.of()).command()))
                .toList();
    }

    /** The same for those without a recorded start. */
    List<ProcessSpec> trainingSpecs() {
        return untrained().map(this::trainingSpec).toList();
    }

    Stream<Service> untrained() {
        return running().filter(service -> !program(service).hasCache());
    }

    ProcessSpec trainingSpec(Service service) {
        return spec(new Instance(service, 1), program(service).trainingCommand());
    }

    /** The folders of the running applications. */
    public List<String> modules() {
        return running().map(Service::module).toList();
    }

    void keepCaches() {
        running().map(this::program).forEach(Program::keepCache);
    }

    public void unpack(Progress progress) {
        var changed = running()
                .map(service -> new Application(options.home(), service.module()))
                .filter(application -> !application.isUnpacked())
                .toList();
        if (!changed.isEmpty()) {
            progress.say("Unpacking %d applications …".formatted(changed.size()));
            changed.parallelStream().forEach(Application::unpack);
        }
    }

    /** The ports of all applications and of the front door. */
    public Stream<Port> ports() {
        return Stream.concat(running().map(Service::port), Stream.of(Port.FRONT_DOOR));
    }

    /** The sandbox runs only if the environment names no real Stripe. */
    private Stream<Service> running() {
        return Service.all().stream()
                .filter(service -> !service.isSandbox() || connections.stripe().isEmpty());
    }

    Program program(Service service) {
        return programs.apply(service.module());
    }

    private List<Instance> instances(Service service) {
        return service.isSandbox()
                ? List.of(new Instance(service, 1))
                : options.instances(service); // the ledger is its own
    }

    private ProcessSpec spec(Instance instance, List<String> command) {
        var ready = Readiness.ok(URI.create(options.url(instance) + "/readyz"));
        var folder = program(instance.of()).folder();
        return new ProcessSpec(instance.name(), command, environment(instance), folder, ready);
    }

    private Map<String, String> environment(Instance instance) {
        var environment = new HashMap<>(options.environment());
        environment.putAll(new ClientLimits(environment).ofServices());
        environment.keySet().removeAll(SECRETS);
        environment.put("SERVER_PORT", String.valueOf(options.port(instance)));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.putAll(addresses());
        environment.putAll(settingsOf(instance.of()));
        connections
                .natsConfig()
                .ifPresent(config -> environment.put("NATS_USER", instance.of().name()));
        environment.putAll(options.own().getOrDefault(instance.name(), Map.of()));
        return environment;
    }

    private Map<String, String> addresses() {
        var addresses = new HashMap<String, String>();
        Service.routed().forEach(service -> addresses.put(service.variable() + "_URL", urlOfAll(service)));
        addresses.put("NATS_URL", connections.natsUrl());
        addresses.put("STRIPE_API_BASE", connections.stripeApiBase());
        addresses.put("STRIPE_SANDBOX_URL", connections.stripe().isEmpty() ? connections.stripeApiBase() : "");
        return addresses;
    }

    /** With several instances, only the front door knows which are ready. */
    private String urlOfAll(Service service) {
        return options.url(options.instances() == 1 ? service.port() : Port.FRONT_DOOR);
    }

    private Map<String, String> settingsOf(Service service) {
        var settings = new HashMap<String, String>();
        service.database().ifPresent(database -> settings.put("MONGODB_URI", connections.mongodbUri()));
        service.needs().forEach(need -> settings.putAll(settingsFor(need)));
        if (service.isSandbox()) {
            settings.put("SANDBOX_DATA", options.data(service.name()).toString());
            settings.put("STRIPE_WEBHOOK_SECRET", connections.webhookSecret(secrets));
            settings.put("STRIPE_WEBHOOK_URL", urlOfAll(webhooks()) + "/api/payments/webhook");
        }
        return settings;
    }

    private Map<String, String> settingsFor(Need need) {
        return switch (need) {
            case ROUTES -> Map.of();
            case JWT_KEY -> Map.of("JWT_KEY", givenOr("JWT_KEY", secrets::jwtKey));
            case CONTENT_KEYS ->
                Map.of(
                        "CONTENT_KEYS", givenOr("CONTENT_KEYS", secrets::contentKeys),
                        "CONTENT_CODE_KEY", givenOr("CONTENT_CODE_KEY", secrets::contentCodeKey));
            case REDIS -> Map.of("REDIS_URL", connections.redisUrl());
            case STRIPE ->
                Map.of(
                        "STRIPE_KEY", connections.stripeKey(),
                        "STRIPE_WEBHOOK_SECRET", connections.webhookSecret(secrets),
                        "PUBLIC_URL", options.url(Port.FRONT_DOOR));
        };
    }

    private static Service webhooks() {
        return Service.all().stream()
                .filter(service -> service.needs(Need.STRIPE))
                .findFirst()
                .orElseThrow();
    }

    private String givenOr(String variable, Supplier<String> stored) {
        var given = options.environment().get(variable);
        return given == null || given.isBlank() ? stored.get() : given;
    }
}
