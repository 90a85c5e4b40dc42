package dev.ticketing.local;

import dev.ticketing.local.demo.DemoContent;
import dev.ticketing.local.process.CannotStart;
import dev.ticketing.local.process.ManagedProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The commands behind {@code ./dev up} and {@code ./dev reset}, and a step of {@code ./dev images}. */
public final class Local {

    private Local() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var arguments = List.of(args);
        try {
            switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "up" -> up(arguments.subList(1, arguments.size()));
                case "reset" -> reset();
                case "train" -> new ImageTraining(Path.of(args[1]), Path.of(args[2])).run();
                default ->
                    throw new CannotStart("unknown command %s (expected: up, reset or train)".formatted(arguments));
            }
        } catch (CannotStart reason) {
            System.err.println("✗ " + reason.getMessage());
            System.exit(1);
        }
    }

    private static void up(List<String> flags) throws InterruptedException {
        flags.stream()
                .filter(flag -> !List.of("--demo", "--docker").contains(flag))
                .findFirst()
                .ifPresent(flag -> {
                    throw new CannotStart("unknown option %s (expected: --demo or --docker)".formatted(flag));
                });
        var options = SuiteOptions.usual(System.getenv());
        var suite = Suite.start(flags.contains("--docker") ? options.withDocker() : options);
        if (flags.contains("--demo")) {
            System.out.println("  " + fill(suite));
        }
        announce(suite, flags.contains("--demo"));
        // until Ctrl-C: the suite stops in a shutdown hook
        new CountDownLatch(1).await();
    }

    /** Without demo content the suite is still worth running. */
    private static String fill(Suite suite) {
        try {
            return new DemoContent(suite.frontDoor()).fill();
        } catch (CannotStart reason) {
            return "✗ " + reason.getMessage();
        }
    }

    private static void announce(Suite suite, boolean demo) {
        var options = suite.options();
        System.out.printf(
                "%nTicketing is ready after %.1f s: %s%n", sinceStart().toMillis() / 1000.0, suite.frontDoor());
        if (demo) {
            System.out.printf(
                    "  demo accounts    %s and %s, password: %s%n",
                    DemoContent.SELLER, DemoContent.BUYER, DemoContent.PASSWORD);
        }
        if (new Connections(options).stripe().isEmpty()) {
            System.out.printf(
                    "  payments         Stripe sandbox: no real money (%s)%n", options.url(Port.STRIPE_SANDBOX));
        }
        System.out.printf(
                "  logs             %s/*.log%n", Path.of("").toAbsolutePath().relativize(options.logs()));
        System.out.println("  Ctrl-C stops everything and keeps the data; ./dev reset throws it away.");
    }

    private static Duration sinceStart() {
        var start = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        return Duration.between(start, Instant.now());
    }

    private static void reset() throws IOException {
        var options = SuiteOptions.usual(System.getenv());
        var lock = SuiteLock.take(options.run());
        try {
            ManagedProcess.stopLeftovers(options.run());
            new DockerServices(options).reset();
            delete(options.folder().resolve("data"));
        } finally {
            lock.close();
        }
        System.out.println("The data is gone; the next ./dev up starts with none.");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
