package dev.ticketing.local;

import dev.ticketing.local.apps.IdleTraining;
import dev.ticketing.local.backing.DockerServices;
import dev.ticketing.local.demo.DemoContent;
import dev.ticketing.local.images.UnpackedImages;
import dev.ticketing.local.process.ManagedProcess;
import dev.ticketing.local.process.Progress;
import dev.ticketing.local.settings.Connections;
import dev.ticketing.local.settings.Folders;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The commands behind {@code ./dev up} and {@code ./dev reset}, and two steps of {@code ./dev images}. */
public final class Local {

    private Local() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var arguments = List.of(args);
        try {
            switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "up" -> up(arguments.subList(1, arguments.size()));
                case "reset" -> reset();
                case "train" -> new UnpackedImages(Path.of(args[1]), Path.of(args[2])).train();
                case "check-images" ->
                    new UnpackedImages(Path.of(args[1]), Path.of(args[2])).check(arguments.subList(3, args.length));
                default ->
                    throw new CannotStart(
                            "unknown command %s (expected: up, reset, train or check-images)".formatted(arguments));
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
        var training = new IdleTraining(suite.options(), Progress.console()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(training::close, "stop-training"));
        // until Ctrl-C: the suite stops in a shutdown hook
        new CountDownLatch(1).await();
    }

    /** The suite is useful even without demo content. */
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
                    "  payments         Stripe sandbox: no real money (%s)%n",
                    options.addresses().stripe());
        }
        System.out.printf(
                "  logs             %s/*.log%n", Path.of("").toAbsolutePath().relativize(options.logs()));
        System.out.println("  Ctrl-C stops everything and keeps the data; ./dev reset deletes it.");
    }

    private static Duration sinceStart() {
        var start = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        return Duration.between(start, Instant.now());
    }

    private static void reset() throws IOException {
        var options = SuiteOptions.usual(System.getenv());
        var lock = SuiteLock.take(options.run(), "./dev reset");
        try {
            ManagedProcess.stopLeftovers(options.run());
            new DockerServices(options).reset();
            Folders.delete(options.folder().resolve("data"));
        } finally {
            lock.close();
        }
        System.out.println("The data is deleted; the next ./dev up starts without data.");
    }
}
