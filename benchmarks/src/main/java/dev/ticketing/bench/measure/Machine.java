package dev.ticketing.bench.measure;

import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** The machine, and how idle it is. */
public final class Machine {

    /** The idle suite takes up to a few percent. */
    public static final double QUIET = 0.85;

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int IDLE = 3;

    private Machine() {}

    /** CPU times are read from {@code /proc}. */
    public static void requireLinux() {
        if (!Files.isReadable(Path.of("/proc/stat"))) {
            throw new CannotStart("./dev bench reads CPU times from /proc and needs Linux");
        }
    }

    /** The share of all cores' time that nobody used in the last second, from 0 to 1. */
    public static double idleShare() throws IOException, InterruptedException {
        var before = times();
        Thread.sleep(LOOK);
        var after = times();
        var all = Arrays.stream(after).sum() - Arrays.stream(before).sum();
        return all == 0 ? 1 : (double) (after[IDLE] - before[IDLE]) / all;
    }

    private static long[] times() throws IOException {
        var total = Files.readAllLines(Path.of("/proc/stat")).getFirst();
        return Arrays.stream(total.split(" +"))
                .skip(1)
                .limit(8)
                .mapToLong(Long::parseLong)
                .toArray();
    }

    public static String description() throws IOException {
        var model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 2))
                .orElse("unknown processor");
        return "%d cores of %s, Linux %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        model,
                        System.getProperty("os.version"),
                        System.getProperty("java.version"));
    }
}
