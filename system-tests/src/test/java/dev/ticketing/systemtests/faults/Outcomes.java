package dev.ticketing.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;

/**
 * The results of the latest run of every fault, in {@code target/reliability.tsv}, and the progress of the run, beside
 * it.
 */
final class Outcomes {

    private static final Path TABLE = Path.of("target", "reliability.tsv");
    private static final Path PROGRESS = Path.of("target", "reliability.log");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private Outcomes() {}

    /** In the table's format: {@code Class.method}. */
    static String name(Method test) {
        return test.getDeclaringClass().getSimpleName() + "." + test.getName();
    }

    static synchronized void record(Outcome outcome) {
        progress("%s: %s, %s: %s", outcome.test(), outcome.load(), outcome.seen(), outcome.verdict());
        var outcomes = new TreeMap<String, Outcome>();
        all().forEach(earlier -> outcomes.put(earlier.test(), earlier));
        outcomes.put(outcome.test(), outcome);
        write(TABLE, String.join("\t", Outcome.COLUMNS) + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        outcomes.values().forEach(each -> write(TABLE, line(each), StandardOpenOption.APPEND));
    }

    static List<Outcome> all() {
        try {
            return Files.exists(TABLE)
                    ? Files.readAllLines(TABLE).stream()
                            .skip(1)
                            .map(line -> Outcome.of(List.of(line.split("\t", -1))))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void progress(String format, Object... arguments) {
        var now = LocalTime.now().format(TIME);
        write(PROGRESS, "%s  %s%n".formatted(now, format.formatted(arguments)), StandardOpenOption.APPEND);
    }

    private static String line(Outcome outcome) {
        return String.join(
                        "\t",
                        outcome.cells().stream()
                                .map(cell -> cell.replaceAll("\\s+", " "))
                                .toList())
                + "\n";
    }

    private static void write(Path file, String text, StandardOpenOption option) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, option);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
