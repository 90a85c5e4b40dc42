package dev.ticketing.bench.measure;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The load generator wrk (<a href="https://github.com/wg/wrk">wg/wrk</a>): 2 threads, and as many requests as fit. */
public final class Wrk {

    private static final Pattern TOTAL = Pattern.compile("(\\d+) requests in ");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern PERCENTILE = Pattern.compile(" (50|99)% +([\\d.]+)(us|ms|s|m)");

    private Wrk() {}

    /** @param p99 of the time a response took */
    public record Result(long requests, long refused, Duration p50, Duration p99) {

        static Result of(String output) {
            var percentiles = PERCENTILE
                    .matcher(output)
                    .results()
                    .map(found -> duration(found.group(2), found.group(3)))
                    .toList();
            var total = TOTAL.matcher(output);
            if (percentiles.size() != 2 || !total.find()) {
                throw new IllegalStateException("wrk printed " + output);
            }
            var refused = REFUSED.matcher(output);
            return new Result(
                    Long.parseLong(total.group(1)),
                    refused.find() ? Long.parseLong(refused.group(1)) : 0,
                    percentiles.getFirst(),
                    percentiles.getLast());
        }

        private static Duration duration(String number, String unit) {
            var nanos = switch (unit) {
                case "us" -> 1e3;
                case "ms" -> 1e6;
                case "s" -> 1e9;
                default -> 60e9;
            };
            return Duration.ofNanos(Math.round(Double.parseDouble(number) * nanos));
        }
    }

    /**
     * Sends as many requests as fit.
     *
     * @param pids of the processes whose CPU time counts
     * @param refused whether every response has to be an error; otherwise none may be
     */
    public static Sample sample(
            URI address, int connections, Duration length, List<Long> pids, List<String> more, boolean refused)
            throws IOException, InterruptedException {
        var before = CpuTime.of(pids);
        var result = run(address, connections, length, more);
        if (result.refused() != (refused ? result.requests() : 0)) {
            throw new IllegalStateException(
                    "%s refused %d of %d requests".formatted(address, result.refused(), result.requests()));
        }
        return new Sample(result.requests(), length, CpuTime.of(pids).minus(before), result.p50(), result.p99());
    }

    private static Result run(URI address, int connections, Duration length, List<String> more)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "wrk", "-t2", "-c" + connections, "-d" + length.toSeconds() + "s", "--timeout", "10s", "--latency"));
        command.addAll(more);
        command.add(address.toString());
        var wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) {
            throw new IllegalStateException("wrk failed: " + output);
        }
        return Result.of(output);
    }
}
