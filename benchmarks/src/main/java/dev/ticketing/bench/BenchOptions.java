package dev.ticketing.bench;

import dev.ticketing.suite.CannotStart;
import java.util.ArrayDeque;
import java.util.List;

/**
 * What to measure.
 *
 * @param rows their names; all if empty
 * @param rounds how often each row is measured
 * @param seconds the length of one measurement
 * @param tickets for sale while it measures
 * @param busy whether a busy machine is no reason to fail
 * @param compare whether a row that needs 30 % more than in the last run is a reason to fail
 * @param docs whether to write the table into {@code docs/performance.md}
 */
record BenchOptions(
        List<String> rows, int rounds, int seconds, int tickets, boolean busy, boolean compare, boolean docs) {

    private static final String USAGE =
            "expected: --rows NAME,…, --rounds N, --seconds N, --tickets N, --quick, --busy, --compare, --docs";

    private static final BenchOptions USUAL = new BenchOptions(List.of(), 3, 5, 300, false, false, false);

    static BenchOptions of(List<String> arguments) {
        var options = USUAL;
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            options = options.with(rest.poll(), rest);
        }
        return options;
    }

    private BenchOptions with(String option, ArrayDeque<String> rest) {
        return switch (option) {
            case "--rows" -> new BenchOptions(names(rest), rounds, seconds, tickets, busy, compare, docs);
            case "--rounds" -> new BenchOptions(rows, number(option, rest), seconds, tickets, busy, compare, docs);
            case "--seconds" -> new BenchOptions(rows, rounds, number(option, rest), tickets, busy, compare, docs);
            case "--tickets" -> new BenchOptions(rows, rounds, seconds, number(option, rest), busy, compare, docs);
            case "--quick" -> new BenchOptions(rows, 1, 2, tickets, busy, compare, docs);
            case "--busy" -> new BenchOptions(rows, rounds, seconds, tickets, true, compare, docs);
            case "--compare" -> new BenchOptions(rows, rounds, seconds, tickets, busy, true, docs);
            case "--docs" -> new BenchOptions(rows, rounds, seconds, tickets, busy, compare, true);
            default -> throw new CannotStart("unknown option %s (%s)".formatted(option, USAGE));
        };
    }

    private static List<String> names(ArrayDeque<String> rest) {
        return rest.isEmpty() ? List.of() : List.of(rest.poll().split(","));
    }

    private static int number(String option, ArrayDeque<String> rest) {
        var text = rest.isEmpty() ? "" : rest.poll();
        if (!text.matches("[1-9]\\d{0,4}")) {
            throw new CannotStart("%s %s (expected: a number from 1 to 99999)".formatted(option, text));
        }
        return Integer.parseInt(text);
    }

    boolean has(String row) {
        return rows.isEmpty() || rows.contains(row);
    }
}
