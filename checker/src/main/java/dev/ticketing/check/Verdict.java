package dev.ticketing.check;

import static java.util.stream.Collectors.joining;

import dev.ticketing.check.collect.LiveSuite.Reading;
import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.invariant.Invariant;
import dev.ticketing.check.invariant.Invariant.Violation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The invariants that hold, and the violations of the others.
 *
 * @param unjudged invariants without violations that the evidence does not prove, and why
 */
public record Verdict(
        Evidence evidence,
        Map<Invariant, List<Violation>> violations,
        Map<Invariant, String> unjudged,
        List<String> unrest) {

    public static Verdict on(Reading reading) {
        var violations = new EnumMap<Invariant, List<Violation>>(Invariant.class);
        var unjudged = new EnumMap<Invariant, String>(Invariant.class);
        for (var invariant : Invariant.values()) {
            violations.put(invariant, invariant.violations(reading.evidence()));
            invariant.unjudged(reading.evidence()).ifPresent(why -> unjudged.put(invariant, why));
        }
        return new Verdict(reading.evidence(), violations, unjudged, reading.unrest());
    }

    /** Whether there is no violation. */
    public boolean holds() {
        return unrest.isEmpty() && violations.values().stream().allMatch(List::isEmpty);
    }

    /** One line about the evidence, one per invariant, and one per violation. */
    public String report() {
        return Stream.of(
                        Stream.of("%d orders, %d tickets, %d payments, %d events, %d payment intents, %d responses"
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

    private Stream<String> lines(Invariant invariant, List<Violation> violations) {
        return Stream.concat(
                Stream.of("%s %2d  %s: %s"
                        .formatted(
                                sign(invariant, violations),
                                invariant.number(),
                                invariant.claim(),
                                outcome(invariant, violations))),
                violations.stream()
                        .map(violation ->
                                "       %s  %s".formatted(String.join(" ", violation.ids()), violation.message())));
    }

    private String sign(Invariant invariant, List<Violation> violations) {
        if (!violations.isEmpty()) {
            return "✗";
        }
        return unjudged.containsKey(invariant) ? "–" : "✓";
    }

    private String outcome(Invariant invariant, List<Violation> violations) {
        if (!violations.isEmpty()) {
            return violations.size() + " violations";
        }
        if (unjudged.containsKey(invariant)) {
            return "not checked: " + unjudged.get(invariant);
        }
        return invariant == Invariant.REPLAY && evidence.changedByReplay().isEmpty()
                ? "holds, because every event is recorded as handled (--replay: verified by a replay)"
                : "holds";
    }
}
