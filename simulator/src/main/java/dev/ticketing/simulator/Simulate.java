package dev.ticketing.simulator;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The command behind {@code ./dev simulate}: exits with 0 if no seed breaks an invariant, else with 1 and the shortest
 * story.
 */
public final class Simulate {

    private static final String USAGE = "expected: --seeds NUMBER, --seed FIRST; --seed alone replays that one";
    private static final Set<String> OPTIONS = Set.of("--seeds", "--seed");
    private static final String ALL = "400";
    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(5);

    private Simulate() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "logback-simulator.xml");
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            System.exit(simulate(options(List.of(arguments)), out) ? 0 : 1);
        } catch (IllegalArgumentException reason) {
            out.println("✗ " + reason.getMessage());
            System.exit(1);
        }
    }

    private static boolean simulate(Map<String, Long> options, PrintStream out) {
        var first = options.getOrDefault("--seed", 1L);
        var count = options.getOrDefault("--seeds", options.containsKey("--seed") ? 1L : Long.parseLong(ALL));
        var seeds = new Seeds(Map.of());
        try (var clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory())) {
            var seconds = BETWEEN_PROGRESS.toSeconds();
            clock.scheduleAtFixedRate(
                    () -> out.println("  " + seeds.tally().progress()), seconds, seconds, TimeUnit.SECONDS);
            var atOnce = (int) Math.min(count, Runtime.getRuntime().availableProcessors());
            var failure = seeds.run(first, atOnce, seed -> seed < first + count);
            clock.shutdownNow();
            out.print(seeds.tally().table());
            failure.ifPresentOrElse(found -> tell(found, out), () -> out.println("✓ no invariant was broken"));
            return failure.isEmpty();
        }
    }

    private static void tell(Seeds.Failure failure, PrintStream out) {
        out.println("✗ seed " + failure.plan().seed() + " breaks");
        failure.outcome().violations().forEach(violation -> out.println("    " + violation));
        out.println("The shortest story that breaks the same:");
        new ShortestStory(new SimulatedClasses(Map.of()).simulation())
                .of(failure.plan())
                .forEach(out::println);
        out.println("Again: ./dev simulate --seed " + failure.plan().seed());
    }

    private static Map<String, Long> options(List<String> arguments) {
        var options = new HashMap<String, Long>();
        for (var i = 0; i < arguments.size(); i += 2) {
            if (!OPTIONS.contains(arguments.get(i))
                    || i + 1 == arguments.size()
                    || !arguments.get(i + 1).matches("\\d{1,18}")) {
                throw new IllegalArgumentException("%s (%s)".formatted(arguments, USAGE));
            }
            options.put(arguments.get(i), Long.parseLong(arguments.get(i + 1)));
        }
        return options;
    }
}
