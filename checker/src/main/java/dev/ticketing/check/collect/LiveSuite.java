package dev.ticketing.check.collect;

import static java.util.stream.Collectors.joining;

import dev.ticketing.brokeradmin.BrokerAdmin;
import dev.ticketing.check.evidence.Answered;
import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.local.process.ReadyLog;
import dev.ticketing.local.settings.SuiteOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Collects evidence from a running suite. */
public final class LiveSuite implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ATTEMPTS = 20;
    private static final int NAMED = 10;

    private final Databases databases;
    private final StripeBooks books;
    private final BrokerAdmin broker;
    private final ReadyLog readyLog;
    private Optional<List<String>> changedByReplay = Optional.empty();

    public LiveSuite(SuiteOptions options) {
        var addresses = options.addresses();
        this.databases = new Databases(addresses.mongodbUri());
        this.books = new StripeBooks(addresses.stripe());
        this.broker = BrokerAdmin.connect(addresses.natsUrlWithUser());
        this.readyLog = options.readyLog();
    }

    /** @param unrest what was still moving, so that the evidence proves nothing; empty at rest */
    public record Reading(Evidence evidence, List<String> unrest) {}

    /**
     * Makes every consumer read its stream from the start, once the suite is at rest; the evidence read afterwards
     * shows the changes. Unlike everything else here this writes to the broker.
     */
    public void replay(Duration patience) {
        awaitQuiet(patience);
        changedByReplay = Optional.of(new Replay(databases, broker).changed(patience));
    }

    /** Waits this long for rest, and reads again while something moves, so that all evidence is of one moment. */
    public Reading read(Duration patience, List<Answered> answers, Expectations expectations) {
        var unrest = awaitQuiet(patience);
        for (var attempt = 1; unrest.isEmpty() && attempt < ATTEMPTS; attempt++) {
            var before = broker.positions();
            var evidence = read(answers, expectations);
            if (unrest().isEmpty() && broker.positions().equals(before)) {
                return new Reading(evidence, List.of());
            }
            unrest = awaitQuiet(patience);
        }
        return new Reading(
                read(answers, expectations), unrest.isEmpty() ? List.of("events are published continuously") : unrest);
    }

    private List<String> awaitQuiet(Duration patience) {
        var end = Instant.now().plus(patience);
        var unrest = unrest();
        while (!unrest.isEmpty() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(PAUSE.toNanos());
            unrest = unrest();
        }
        return unrest;
    }

    private List<String> unrest() {
        var unrest = new ArrayList<String>();
        note(unrest, "orders to be decided", databases.undecidedOrders(Instant.now()));
        note(unrest, "payments to be settled", databases.unsettledPayments());
        broker.unsettled().forEach((consumer, count) -> note(unrest, "events unsettled by " + consumer, count));
        note(unrest, "webhooks to be delivered", books.pendingWebhooks());
        note(unrest, "webhooks to be processed", databases.inbox());
        // last, because handling the above fills an outbox before it counts as done
        note(unrest, "outboxes with events", databases.outboxes());
        return List.copyOf(unrest);
    }

    private static void note(List<String> unrest, String what, List<String> ids) {
        if (!ids.isEmpty()) {
            var some = ids.stream().limit(NAMED).collect(joining(" "));
            unrest.add("%d %s (%s%s)".formatted(ids.size(), what, some, ids.size() > NAMED ? " …" : ""));
        }
    }

    private static void note(List<String> unrest, String what, long count) {
        if (count > 0) {
            unrest.add(count + " " + what);
        }
    }

    private Evidence read(List<Answered> answers, Expectations expectations) {
        var takenAt = Instant.now();
        var unreadable = new ArrayList<String>();
        var published = Streams.published(broker, expectations.poison());
        return new Evidence(
                takenAt,
                databases.all(Databases.ORDERS, "orders", Documents::order, unreadable::add),
                databases.all(Databases.TICKETS, "tickets", Documents::ticket, unreadable::add),
                databases.all(Databases.PAYMENTS, "payments", Documents::payment, unreadable::add),
                databases.all(Databases.ORDERS, "tickets", Documents::ticketReplica, unreadable::add),
                databases.all(Databases.PAYMENTS, "orders", Documents::orderReplica, unreadable::add),
                unreadable,
                databases.accounts(),
                databases.keyedEffects(),
                databases.missingIndexes(),
                databases.handledVersions(),
                broker.unsettled().keySet(),
                published.events(),
                published.malformed(),
                Streams.deadLetters(broker),
                books.intents(),
                answers,
                readyLog.of(Set.of("orders-service", "mongodb")),
                changedByReplay,
                expectations);
    }

    @Override
    public void close() {
        broker.close();
        books.close();
        databases.close();
    }
}
