package dev.ticketing.check.collect;

import static java.util.stream.Collectors.toSet;

import dev.ticketing.check.evidence.Answered;
import dev.ticketing.check.evidence.DeadLetter;
import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.check.evidence.Intent;
import dev.ticketing.check.evidence.StreamEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.bson.Document;

/** Evidence from simulated stores, read as that of a live suite is. */
public final class SimulatedEvidence {

    private static final Set<String> CONSUMERS = Set.of(
            "orders-service-tickets",
            "orders-service-payments",
            "orders-service-expirations",
            "tickets-service-orders",
            "payments-service-orders",
            "expiration-service-orders");

    private SimulatedEvidence() {}

    /** @param stored documents by service and collection */
    public static Evidence of(
            Instant takenAt,
            BiFunction<String, String, Collection<Document>> stored,
            List<StreamEvent> events,
            List<DeadLetter> deadLetters,
            List<Intent> intents,
            List<Answered> answers) {
        return new Evidence(
                takenAt,
                stored.apply("orders-service", "orders").stream()
                        .map(Documents::order)
                        .toList(),
                stored.apply("tickets-service", "tickets").stream()
                        .map(Documents::ticket)
                        .toList(),
                stored.apply("payments-service", "payments").stream()
                        .map(Documents::payment)
                        .toList(),
                stored.apply("orders-service", "tickets").stream()
                        .map(Documents::ticketReplica)
                        .toList(),
                stored.apply("payments-service", "orders").stream()
                        .map(Documents::orderReplica)
                        .toList(),
                List.of(),
                accounts(stored),
                List.of(),
                Set.of(),
                Map.of(
                        "orders-service", handled(stored.apply("orders-service", "handled_versions")),
                        "tickets-service", handled(stored.apply("tickets-service", "handled_versions")),
                        "payments-service", handled(stored.apply("payments-service", "handled_versions"))),
                CONSUMERS,
                events,
                List.of(),
                deadLetters,
                intents,
                answers,
                List.of(),
                Optional.empty(),
                Expectations.NONE);
    }

    /** auth-service is not simulated: whoever owns something has an account. */
    private static Set<String> accounts(BiFunction<String, String, Collection<Document>> stored) {
        return Stream.concat(
                        stored.apply("orders-service", "orders").stream(),
                        stored.apply("tickets-service", "tickets").stream())
                .map(document -> document.getString("userId"))
                .collect(toSet());
    }

    private static Map<String, Long> handled(Collection<Document> notes) {
        var versions = new HashMap<String, Long>();
        notes.forEach(note -> versions.put(Documents.id(note), Documents.number(note, "version")));
        return versions;
    }
}
