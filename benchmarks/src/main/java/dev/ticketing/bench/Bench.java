package dev.ticketing.bench;

import dev.ticketing.bench.measure.Machine;
import dev.ticketing.bench.measure.Sample;
import dev.ticketing.check.Verdict;
import dev.ticketing.check.collect.LiveSuite;
import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.local.Suite;
import dev.ticketing.local.settings.Folders;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The command behind {@code ./dev bench}. Exits with 1 if an invariant is violated afterwards, if a row failed, if a row
 * needs more than in the last run ({@code --compare}), or if the machine was busy (unless {@code --busy}).
 */
public final class Bench {

    private static final String RESULTS = ".local/bench";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final BenchOptions options;
    private final PrintStream out;

    private Bench(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Machine.requireLinux();
            System.exit(new Bench(BenchOptions.of(List.of(arguments)), out).run() ? 0 : 1);
        } catch (CannotStart reason) {
            out.println("✗ " + reason.getMessage());
        } catch (Exception e) {
            out.println("✗ the benchmark failed: " + e);
            e.printStackTrace(out);
        }
        System.exit(1);
    }

    private boolean run() throws Exception {
        var folder = Files.createTempDirectory("ticketing-bench");
        try {
            return run(folder);
        } finally {
            Folders.delete(folder);
        }
    }

    private boolean run(Path folder) throws Exception {
        var begin = System.nanoTime();
        var suiteOptions = SuiteOptions.isolated(Files.createDirectory(folder.resolve("suite")));
        try (var suite = Suite.start(suiteOptions, out::println)) {
            var started = Duration.ofNanos(System.nanoTime() - begin);
            try (var rows = new Rows(suite, folder, options.tickets())) {
                var report = measure(rows, started, suite);
                out.println("\n" + report.table());
                var regressions = regressions(report, suiteOptions.home());
                keep(report, suiteOptions.home());
                return report.holds() && regressions.isEmpty() && (options.busy() || !report.isBusy());
            }
        }
    }

    private Report measure(Rows rows, Duration started, Suite suite) throws Exception {
        var chosen = rows.all().stream().filter(row -> options.has(row.name())).toList();
        if (chosen.isEmpty()) {
            throw new CannotStart("--rows %s (expected: %s)"
                    .formatted(
                            options.rows(), rows.all().stream().map(Row::name).toList()));
        }
        out.println("Warming up …");
        var length = Duration.ofSeconds(options.seconds());
        for (var row : chosen) {
            row.ours().run(length);
            row.least().run(length.multipliedBy(3)); // a fast one runs less of its time compiled
        }
        var idleMib = rows.residentMib();
        var idle = rows.idle(length.multipliedBy(2));
        var results = results(chosen, length);
        var loadedMib = rows.residentMib();
        var holds = holds(suite);
        return new Report(
                Machine.description(),
                LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES).toString(),
                options,
                Sample.seconds(started),
                idle.cpuMillis(),
                idleMib,
                loadedMib,
                results,
                holds);
    }

    /** In each round every row, and within a row first its floor. */
    private List<Result> results(List<Row> rows, Duration length) throws Exception {
        var results = new LinkedHashMap<String, Result>();
        for (var row : rows) {
            results.put(
                    row.name(),
                    new Result(row.name(), row.what(), row.floor(), new ArrayList<>(), new ArrayList<>(), 0));
        }
        for (var round = 1; round <= options.rounds(); round++) {
            for (var row : rows) {
                var busy = Machine.idleShare() < Machine.QUIET ? 1 : 0;
                var least = row.least().run(length);
                var ours = row.ours().run(length);
                out.printf(
                        "  round %d  %-14s %8.0f/s %8.2f ms CPU, floor %8.3f ms%s%n",
                        round,
                        row.name(),
                        ours.perSecond(),
                        ours.cpuMillis(),
                        least.cpuMillis(),
                        busy > 0 ? "  BUSY" : "");
                var result = Objects.requireNonNull(results.get(row.name()));
                result.ours().add(ours);
                result.least().add(least);
                results.put(row.name(), result.busier(busy));
            }
        }
        return List.copyOf(results.values());
    }

    private boolean holds(Suite suite) {
        try (var live = new LiveSuite(suite.options())) {
            var verdict = Verdict.on(
                    live.read(PATIENCE, List.of(), new Expectations(Set.of(), Expectations.PROMISED_LATENESS)));
            if (!verdict.holds()) {
                out.println(verdict.report());
            }
            return verdict.holds();
        }
    }

    private List<String> regressions(Report report, Path home) throws IOException {
        var last = options.compare() ? Comparison.last(home.resolve(RESULTS)) : Optional.<Report>empty();
        var regressions =
                last.map(before -> Comparison.regressions(before, report)).orElse(List.of());
        regressions.forEach(regression -> out.println("✗ " + regression));
        return regressions;
    }

    private void keep(Report report, Path home) throws Exception {
        var file = home.resolve(RESULTS).resolve(report.date().replace(':', '-') + ".json");
        report.save(file);
        out.println("\n" + (report.holds() ? "The invariants hold. " : "✗ An invariant is violated. ") + "Results: "
                + home.relativize(file));
        if (options.docs()) {
            var document = home.resolve("docs/performance.md");
            Files.writeString(document, report.in(Files.readString(document)));
            Files.writeString(home.resolve("docs/pictures/performance.svg"), Plot.of(report.results()));
        }
        if (report.isBusy() && !options.busy()) {
            out.println("✗ The machine was busy: repeat the run on a quiet one, or accept it with --busy.");
        }
    }
}
