package dev.ticketing.local;

import dev.ticketing.local.process.CannotStart;
import dev.ticketing.local.process.LogFile;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MongoDB, NATS and Redis from {@code compose.yaml} instead of the embedded ones. Their data is in Docker's volumes. */
final class DockerServices {

    private final SuiteOptions options;
    private final Path log;
    private final Path used;

    DockerServices(SuiteOptions options) {
        this.options = options;
        this.log = options.logs().resolve("docker.log");
        this.used = options.data("docker");
    }

    /** Returns when they are healthy. */
    void start(List<String> services) {
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(used);
        } catch (IOException e) {
            throw new CannotStart("cannot write to %s: %s".formatted(options.folder(), e), e);
        }
        var arguments = new ArrayList<>(List.of("up", "--detach", "--wait"));
        arguments.addAll(services);
        if (compose(arguments) != 0) {
            throw new CannotStart("Docker cannot start %s: %s (log: %s); without --docker the embedded ones are used"
                    .formatted(services, new LogFile(log).lastMeaningfulLine(), log));
        }
    }

    void stop() {
        compose(List.of("stop"));
    }

    /** Throws their volumes away if they were ever used here. */
    void reset() {
        if (Files.exists(used)) {
            compose(List.of("down", "--volumes"));
        }
    }

    private int compose(List<String> arguments) {
        var command = new ArrayList<>(List.of("docker", "compose", "--file", "infra/local/compose.yaml"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(options.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(options.environment());
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new CannotStart("Docker is missing: install it, or leave out --docker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted");
        }
    }
}
