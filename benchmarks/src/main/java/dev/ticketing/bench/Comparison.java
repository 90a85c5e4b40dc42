package dev.ticketing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds rows whose ratio to the floor has grown since an earlier run. */
final class Comparison {

    /** Ratios of one machine differ by less from run to run. */
    private static final double ALLOWED = 1.3;

    private Comparison() {}

    /** The newest results in a folder; their names begin with their times. */
    static Optional<Report> last(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            var newest = files.filter(file -> file.toString().endsWith(".json")).max(Comparator.naturalOrder());
            return newest.isPresent() ? Optional.of(Report.read(newest.get())) : Optional.empty();
        }
    }

    /** One line for each row that needs at least 30 % more, compared with the floor, than before. */
    static List<String> regressions(Report before, Report now) {
        var ratios = before.results().stream().collect(Collectors.toMap(Result::name, Result::ratio));
        return now.results().stream()
                .filter(row -> row.ratio() > ALLOWED * ratios.getOrDefault(row.name(), Double.MAX_VALUE))
                .map(row -> String.format(
                        Locale.ENGLISH,
                        "%s: %.1f times its floor (on %s: %.1f)",
                        row.name(),
                        row.ratio(),
                        before.date(),
                        ratios.get(row.name())))
                .toList();
    }
}
