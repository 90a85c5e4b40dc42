package dev.ticketing.simulator.world;

import dev.ticketing.check.collect.SimulatedEvidence;
import dev.ticketing.check.evidence.DeadLetter;
import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Intent;
import dev.ticketing.check.evidence.StreamEvent;
import dev.ticketing.check.invariant.Invariant;
import dev.ticketing.messaging.MessagingWiring;
import dev.ticketing.simulator.world.Broker.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.Document;

/** Waits until nothing moves any more, which must happen, and then has the checker verify the invariants. */
final class AtRest {

    private static final long PATIENCE_SECONDS = 600;
    private static final long SECOND = 1_000_000;
    private static final List<String> STREAMS = List.of("TICKETS", "ORDERS", "PAYMENTS", "EXPIRATIONS");
    private static final Set<String> UNDECIDED_ORDERS = Set.of("CREATED", "AWAITING_PAYMENT");
    private static final Set<String> UNDECIDED_PAYMENTS = Set.of("PENDING", "REQUIRES_ACTION", "AUTHORIZED");

    private final World world;
    private final People people;

    AtRest(World world, People people) {
        this.world = world;
        this.people = people;
    }

    void judge() {
        var end = world.scheduler.now() + PATIENCE_SECONDS * SECOND;
        while (!unrest().isEmpty() && world.scheduler.now() < end && !world.scheduler.isEndless()) {
            world.pause(SECOND);
        }
        unrest().forEach(what -> world.violated("never at rest: " + what));
        requireIds();
        var evidence = evidence();
        for (var invariant : Invariant.values()) {
            for (var violation : invariant.violations(evidence)) {
                world.violated("invariant %d: %s %s"
                        .formatted(invariant.number(), String.join(" ", violation.ids()), violation.message()));
            }
        }
    }

    /** The broker recognizes a repeated message by its id. */
    private void requireIds() {
        for (var stored : STREAMS.stream()
                .flatMap(stream -> world.broker.stored(stream).stream())
                .toList()) {
            var id = MessagingWiring.evidence(stored).id();
            if (!id.equals(stored.headers().get("Nats-Msg-Id"))) {
                world.violated("event %s is published as %s"
                        .formatted(id, stored.headers().get("Nats-Msg-Id")));
            }
        }
    }

    private List<String> unrest() {
        var unrest = new ArrayList<String>();
        note(unrest, "order to be decided", documents("orders-service", "orders", this::isUndecided));
        note(unrest, "payment to be settled", documents("payments-service", "payments", this::isUnsettled));
        note(
                unrest,
                "webhook to be looked into",
                documents("payments-service", "inbox", event -> event.get("waitingSince") != null));
        note(unrest, "outbox of ticket", documents("tickets-service", "tickets", AtRest::hasOutbox));
        note(unrest, "outbox of order", documents("orders-service", "orders", AtRest::hasOutbox));
        note(unrest, "outbox of payment", documents("payments-service", "payments", AtRest::hasOutbox));
        if (world.broker.unsettled() > 0) {
            unrest.add(world.broker.unsettledOnes());
        }
        if (world.stripe.webhooksUnderWay > 0) {
            unrest.add("webhooks under way");
        }
        return unrest;
    }

    private static void note(List<String> unrest, String what, List<Document> documents) {
        if (!documents.isEmpty()) {
            unrest.add(what + " " + documents.getFirst().get("_id") + " (" + documents.size() + " in all)");
        }
    }

    private List<Document> documents(String service, String collection, Predicate<Document> which) {
        return world.store(service).all(collection).stream().filter(which).toList();
    }

    private boolean isUndecided(Document order) {
        return UNDECIDED_ORDERS.contains(order.getString("status"));
    }

    private boolean isUnsettled(Document payment) {
        return UNDECIDED_PAYMENTS.contains(payment.getString("status"));
    }

    private static boolean hasOutbox(Document document) {
        return document.get("outbox") instanceof Collection<?> entries && !entries.isEmpty();
    }

    private Evidence evidence() {
        return SimulatedEvidence.of(
                world.instant(),
                (service, collection) -> world.store(service).all(collection),
                events(),
                deadLetters(),
                world.stripe.intents().stream().map(AtRest::intent).toList(),
                people.answers);
    }

    private List<StreamEvent> events() {
        return STREAMS.stream()
                .flatMap(stream -> world.broker.stored(stream).stream())
                .map(MessagingWiring::evidence)
                .toList();
    }

    private List<DeadLetter> deadLetters() {
        return world.broker.stored("DEAD_LETTERS").stream()
                .map(AtRest::deadLetter)
                .toList();
    }

    private static DeadLetter deadLetter(Stored letter) {
        var headers = letter.headers();
        return new DeadLetter(
                headers.get("Dead-Letter-Consumer"),
                headers.get("Dead-Letter-Stream") + ":" + headers.get("Dead-Letter-Sequence"),
                headers.get("Dead-Letter-Reason"));
    }

    private static Intent intent(Stripe.PaymentIntent intent) {
        return new Intent(
                intent.id(),
                intent.orderId(),
                intent.status(),
                intent.amount(),
                intent.currency(),
                intent.received(),
                intent.refunded(),
                intent.refunds());
    }
}
