package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.DeadLetter;
import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.invariant.Invariant.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Invariant 10: poison is what no consumer can read, and what was put in on purpose. */
final class PoisonOnly implements Rule {

    private static final Map<String, List<String>> CONSUMERS = Map.of(
            "TICKETS", List.of("orders-service-tickets"),
            "ORDERS", List.of("tickets-service-orders", "payments-service-orders", "expiration-service-orders"),
            "PAYMENTS", List.of("orders-service-payments"),
            "EXPIRATIONS", List.of("orders-service-expirations"));

    @Override
    public void check(Evidence evidence, Findings findings) {
        var poison = new HashSet<>(evidence.malformed());
        poison.addAll(evidence.expectations().poison());
        var letters = evidence.deadLetters().stream()
                .collect(Collectors.groupingBy(
                        DeadLetter::position, Collectors.mapping(DeadLetter::consumer, Collectors.toList())));
        evidence.deadLetters().stream()
                .filter(letter -> !poison.contains(letter.position()))
                .forEach(letter -> findings.add(
                        letter.position(), "buried by %s: %s (expected: handled)", letter.consumer(), letter.reason()));
        evidence.malformed()
                .forEach(position -> requireLetters(position, letters.getOrDefault(position, List.of()), findings));
        evidence.expectations().poison().stream()
                .filter(position -> !letters.containsKey(position))
                .forEach(position -> findings.add(position, "poison that nobody has buried"));
    }

    private static void requireLetters(String position, List<String> buriedBy, Findings findings) {
        var stream = position.substring(0, position.indexOf(':'));
        CONSUMERS.getOrDefault(stream, List.of()).stream()
                .filter(consumer -> !buriedBy.contains(consumer))
                .forEach(consumer -> findings.add(position, "cannot be read, and %s has not buried it", consumer));
    }
}
