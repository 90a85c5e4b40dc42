package dev.ticketing.local.images;

import dev.ticketing.local.settings.Connections;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.CannotStart;
import dev.ticketing.suite.Port;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The images that run on demand, used with a running suite. */
final class ImageTools {

    private final SuiteOptions options;
    private final Function<String, UnpackedImage> images;

    ImageTools(SuiteOptions options, Function<String, UnpackedImage> images) {
        this.options = options;
        this.images = images;
    }

    void listDeadLetters() {
        var nats = new Connections(options).natsUrl();
        run(images.apply("operator"), List.of("dlq", "list"), Map.of("NATS_URL", nats));
    }

    /** Like {@code skaffold verify} in a cluster. */
    void buyATicket() {
        run(images.apply("system-tests"), List.of(), Map.of("TICKETING_URL", options.url(Port.FRONT_DOOR)));
    }

    private void run(UnpackedImage image, List<String> arguments, Map<String, String> environment) {
        var name = image.folder().getFileName();
        var log = options.logs().resolve(name + ".log");
        var exit = exitCode(image, arguments, environment, log);
        if (exit != 0) {
            throw new CannotStart("%s ended with exit code %d (log: %s)".formatted(name, exit, log));
        }
        System.out.printf("  %-20s succeeded%n", name);
    }

    private static int exitCode(
            UnpackedImage image, List<String> arguments, Map<String, String> environment, Path log) {
        var command = new ArrayList<>(image.command());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(image.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new CannotStart("%s cannot be started: %s".formatted(command, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted");
        }
    }
}
