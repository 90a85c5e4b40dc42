package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.DeadLetter;
import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Malformed;
import dev.ticketing.check.invariant.Invariant.Findings;
import dev.ticketing.check.invariant.Invariant.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Invariant 10: poison is what no consumer can read, and what was injected on purpose. */
final class PoisonOnly implements Rule {

    @Override
    public void check(Evidence evidence, Findings findings) {
        var poison = new HashSet<>(evidence.expectations().poison());
        evidence.malformed().forEach(message -> poison.add(message.position()));
        var letters = evidence.deadLetters().stream()
                .collect(Collectors.groupingBy(
                        DeadLetter::position, Collectors.mapping(DeadLetter::consumer, Collectors.toList())));
        evidence.deadLetters().stream()
                .filter(letter -> !poison.contains(letter.position()))
                .forEach(letter -> findings.add(
                        letter.position(),
                        "dead-lettered by %s: %s (expected: handled)",
                        letter.consumer(),
                        letter.reason()));
        evidence.malformed()
                .forEach(message -> requireLetters(
                        message, letters.getOrDefault(message.position(), List.of()), evidence.consumers(), findings));
        evidence.expectations().poison().stream()
                .filter(position -> !letters.containsKey(position))
                .forEach(position -> findings.add(position, "poison without a dead letter"));
    }

    /** One per consumer of its stream, {@code <service>-<stream>}. */
    private static void requireLetters(
            Malformed message, List<String> buriedBy, Set<String> consumers, Findings findings) {
        var position = message.position();
        var stream = position.substring(0, position.indexOf(':')).toLowerCase(Locale.ROOT);
        consumers.stream()
                .filter(consumer -> consumer.endsWith("-" + stream) && message.isFor(consumer))
                .filter(consumer -> !buriedBy.contains(consumer))
                .forEach(consumer -> findings.add(position, "cannot be read, and has no dead letter of %s", consumer));
    }
}
