package dev.ticketing.check.collect;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.ticketing.check.evidence.Answered;
import dev.ticketing.check.evidence.DeadLetter;
import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.check.evidence.Intent;
import dev.ticketing.check.evidence.StreamEvent;
import dev.ticketing.suite.Service;
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

/** Evidence from simulated stores, in the form of a live suite's. */
public final class SimulatedEvidence {

    /** In the broker's form: the service and the stream, whose name is the plural of its noun. */
    private static final Set<String> CONSUMERS = Service.all().stream()
            .flatMap(service -> service.listensTo().stream().map(noun -> service.name() + "-" + noun + "s"))
            .collect(toUnmodifiableSet());

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
                Service.all().stream()
                        .filter(service -> !service.listensTo().isEmpty())
                        .filter(service -> service.database().isPresent())
                        .map(Service::name)
                        .collect(toMap(name -> name, name -> handled(stored.apply(name, "handled_versions")))),
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

    /** auth-service is not simulated: every owner counts as having an account. */
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
