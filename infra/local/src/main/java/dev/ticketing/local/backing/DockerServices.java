package dev.ticketing.local.backing;

import dev.ticketing.local.process.LogFile;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.local.settings.Tools;
import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MongoDB, NATS and Redis from {@code compose.yaml} instead of the embedded ones. Their data is in Docker's volumes. */
public final class DockerServices {

    private static final String COMPOSE_FILE = "infra/local/compose.yaml";

    private final SuiteOptions options;
    private final Path log;
    private final Path used;

    public DockerServices(SuiteOptions options) {
        this.options = options;
        this.log = options.logs().resolve("docker.log");
        this.used = options.data("docker");
    }

    /** Returns when they are healthy. */
    public void start(List<String> services) {
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(used);
        } catch (IOException e) {
            throw new CannotStart("cannot write to %s: %s".formatted(options.folder(), e), e);
        }
        var arguments = new ArrayList<>(List.of("up", "--detach", "--wait"));
        arguments.addAll(services);
        if (compose(arguments) != 0) {
            throw new CannotStart(
                    "Docker cannot start %s: %s (log: %s); ./dev up without --docker uses the embedded ones"
                            .formatted(services, new LogFile(log).lastMeaningfulLine(), log));
        }
    }

    public void stop() {
        compose(List.of("stop"));
    }

    /** Deletes their volumes if they were ever used here. */
    public void reset() {
        if (Files.exists(used)) {
            compose(List.of("down", "--volumes"));
        }
    }

    /** Separate containers and volumes for each clone. */
    private String project() {
        return "ticketing-" + Integer.toHexString(options.folder().toString().hashCode());
    }

    private int compose(List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Tools.find("docker", "DOCKER", options),
                "compose",
                "--project-name",
                project(),
                "--file",
                COMPOSE_FILE));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(options.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(options.environment());
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new CannotStart("Docker cannot be run: %s; omit --docker".formatted(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted");
        }
    }
}
