package dev.ticketing.check;

import static java.util.stream.Collectors.joining;

import dev.ticketing.check.collect.LiveSuite.Reading;
import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.invariant.Invariant;
import dev.ticketing.check.invariant.Violation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which invariants hold, and what breaks the others. */
public record Verdict(Evidence evidence, Map<Invariant, List<Violation>> violations, List<String> unrest) {

    public static Verdict on(Reading reading) {
        var violations = new EnumMap<Invariant, List<Violation>>(Invariant.class);
        for (var invariant : Invariant.values()) {
            violations.put(invariant, invariant.violations(reading.evidence()));
        }
        return new Verdict(reading.evidence(), violations, reading.unrest());
    }

    public boolean holds() {
        return unrest.isEmpty() && violations.values().stream().allMatch(List::isEmpty);
    }

    /** One line of what was looked at, one per invariant, and one per violation. */
    public String report() {
        return Stream.of(
                        Stream.of("%d orders, %d tickets, %d payments, %d events, %d payment intents, %d answers"
                                .formatted(
                                        evidence.orders().size(),
                                        evidence.tickets().size(),
                                        evidence.payments().size(),
                                        evidence.events().size(),
                                        evidence.intents().size(),
                                        evidence.answers().size())),
                        unrest.stream().map(what -> "✗ never at rest: " + what),
                        violations.entrySet().stream().flatMap(entry -> lines(entry.getKey(), entry.getValue())))
                .flatMap(lines -> lines)
                .collect(joining("\n"));
    }

    private static Stream<String> lines(Invariant invariant, List<Violation> violations) {
        var outcome = violations.isEmpty() ? "holds" : violations.size() + " violations";
        return Stream.concat(
                Stream.of("%s %2d  %s: %s"
                        .formatted(violations.isEmpty() ? "✓" : "✗", invariant.number(), invariant.claim(), outcome)),
                violations.stream()
                        .map(violation ->
                                "       %s  %s".formatted(String.join(" ", violation.ids()), violation.message())));
    }
}
