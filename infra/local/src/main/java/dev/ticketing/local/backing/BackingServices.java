package dev.ticketing.local.backing;

import dev.ticketing.local.mongodb.MongoDb;
import dev.ticketing.local.process.Jvm;
import dev.ticketing.local.process.ProcessSpec;
import dev.ticketing.local.process.Readiness;
import dev.ticketing.local.settings.Connections;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.local.settings.Tools;
import dev.ticketing.suite.CannotStart;
import dev.ticketing.suite.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** MongoDB, NATS and Redis as embedded processes with their data on disk, except those that the environment names. */
public final class BackingServices {

    private static final List<String> MONGODB_FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx1g",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    private final SuiteOptions options;
    private final Connections connections;

    public BackingServices(SuiteOptions options, Connections connections) {
        this.options = options;
        this.connections = connections;
    }

    public List<ProcessSpec> specs() {
        return ours().map(ours -> ours.spec().get()).toList();
    }

    /** The ports of those that this launcher starts. */
    public Stream<Port> ports() {
        return ours().map(Ours::port);
    }

    private record Ours(Port port, Supplier<ProcessSpec> spec) {}

    private Stream<Ours> ours() {
        return Stream.of(
                        connections.mongodb().isEmpty() ? new Ours(Port.MONGODB, this::mongodb) : null,
                        connections.nats().isEmpty() ? new Ours(Port.NATS, this::nats) : null,
                        connections.redis().isEmpty() ? new Ours(Port.REDIS, this::redis) : null)
                .filter(Objects::nonNull);
    }

    /** One line for each external one. */
    public List<String> given() {
        var lines = new ArrayList<String>();
        connections.mongodb().ifPresent(uri -> lines.add("MongoDB from the environment (MONGODB_URI)"));
        connections.nats().ifPresent(url -> lines.add("NATS from the environment (NATS_URL)"));
        connections.redis().ifPresent(url -> lines.add("Redis from the environment (REDIS_URL)"));
        connections.stripe().ifPresent(base -> lines.add("Stripe from the environment: " + base));
        return lines;
    }

    private ProcessSpec mongodb() {
        var command = Jvm.own(MongoDb.class, MONGODB_FLAGS, options.port(Port.MONGODB), options.data("mongodb"));
        return spec(Port.MONGODB, command);
    }

    private ProcessSpec nats() {
        var command = new ArrayList<>(List.of(
                Tools.find("nats-server", "NATS_SERVER", options),
                "--jetstream",
                "--store_dir",
                options.data("nats").toString(),
                "--addr",
                "127.0.0.1",
                "--port",
                String.valueOf(options.port(Port.NATS))));
        connections.natsConfig().ifPresent(config -> command.addAll(List.of("--config", config)));
        // a configuration may name variables
        return spec(Port.NATS, command, connections.natsConfig().isPresent() ? options.environment() : Map.of());
    }

    private ProcessSpec redis() {
        try {
            return spec(
                    Port.REDIS,
                    List.of(
                            Tools.redis(options),
                            "--port",
                            String.valueOf(options.port(Port.REDIS)),
                            "--bind",
                            "127.0.0.1",
                            "--dir",
                            options.data("redis").toString(),
                            "--appendonly",
                            "yes",
                            "--appendfsync",
                            "everysec",
                            "--save",
                            "",
                            "--hz",
                            "1"));
        } catch (IOException e) {
            throw new CannotStart("cannot unpack Redis: " + e, e);
        }
    }

    private ProcessSpec spec(Port port, List<String> command) {
        return spec(port, command, Map.of());
    }

    private ProcessSpec spec(Port port, List<String> command, Map<String, String> environment) {
        return new ProcessSpec(
                port.owner(), command, environment, folder(port.owner()), Readiness.accepts(options.port(port)));
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(options.data(name));
        } catch (IOException e) {
            throw new CannotStart("cannot create %s: %s".formatted(options.data(name), e), e);
        }
    }
}
