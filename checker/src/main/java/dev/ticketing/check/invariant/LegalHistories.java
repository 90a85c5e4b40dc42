package dev.ticketing.check.invariant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.StreamEvent;
import dev.ticketing.check.history.Transitions;
import dev.ticketing.check.invariant.Invariant.Findings;
import dev.ticketing.check.invariant.Invariant.Rule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Invariant 4. An identical message stored twice is not a second event: delivery is at least once. The stream need not
 * contain the versions in order, because consumers wait for earlier ones.
 */
final class LegalHistories implements Rule {

    private static final String EXPIRATION = "expiration";

    private record Owned(long version, Object status) {}

    @Override
    public void check(Evidence evidence, Findings findings) {
        var owners = owners(evidence);
        var byAggregate =
                evidence.events().stream().collect(groupingBy(StreamEvent::aggregate, LinkedHashMap::new, toList()));
        byAggregate.forEach((aggregate, events) -> check(aggregate, events, owners.get(aggregate), findings));
        owners.forEach((aggregate, owned) -> {
            if (!byAggregate.containsKey(aggregate) && !isUnheardOf(aggregate, owned)) {
                findings.add(aggregate, "at version %d without any event", owned.version);
            }
        });
        evidence.unreadable()
                .forEach(document ->
                        findings.add(document.split("[ :]")[1], "no service can have written this: %s", document));
        ToldFacts.check(evidence, findings);
    }

    /** A payment publishes its first event only when there is a result. */
    private static boolean isUnheardOf(String aggregate, Owned owned) {
        return owned.version < 0 && aggregate.startsWith("payment:");
    }

    private static Map<String, Owned> owners(Evidence evidence) {
        var owners = new HashMap<String, Owned>();
        evidence.tickets().forEach(each -> owners.put("ticket:" + each.id(), new Owned(each.version(), each.status())));
        evidence.orders().forEach(each -> owners.put("order:" + each.id(), new Owned(each.version(), each.status())));
        evidence.payments()
                .forEach(each -> owners.put("payment:" + each.id(), new Owned(each.version(), each.status())));
        return owners;
    }

    private static void check(String aggregate, List<StreamEvent> events, @Nullable Owned owner, Findings findings) {
        var history = history(aggregate, events, findings);
        requireNoGap(aggregate, history, findings);
        Transitions.illegal(history.values()).ifPresent(step -> findings.add(aggregate, "%s", step));
        if (owner != null) {
            requireOwner(aggregate, owner, history, findings);
        } else if (!events.getFirst().noun().equals(EXPIRATION)) {
            findings.add(aggregate, "has events, but is in no database");
        }
    }

    /** One event of each version, by version. */
    private static TreeMap<Long, StreamEvent> history(String aggregate, List<StreamEvent> events, Findings findings) {
        var history = new TreeMap<Long, StreamEvent>();
        for (var event : events) {
            var first = history.putIfAbsent(event.version(), event);
            if (first != null && !isSame(first, event)) {
                findings.add(
                        List.of(aggregate, first.position(), event.position()),
                        "two different events of version %d (expected: one)",
                        event.version());
            }
            var id = aggregate + ":" + event.version();
            if (!event.id().equals(id)) {
                findings.add(List.of(aggregate, event.position()), "event id is %s (expected: %s)", event.id(), id);
            }
        }
        return history;
    }

    /** Timers have no outbox: a repeated event of theirs has another time. */
    private static boolean isSame(StreamEvent one, StreamEvent other) {
        return one.noun().equals(EXPIRATION)
                ? Objects.equals(one.event(), other.event())
                : one.body().equals(other.body());
    }

    private static void requireNoGap(String aggregate, TreeMap<Long, StreamEvent> history, Findings findings) {
        var expected = 0L;
        for (var version : history.keySet()) {
            if (version != expected) {
                findings.add(aggregate, "version %d comes after %d (expected: %d)", version, expected - 1, expected);
            }
            expected = version + 1;
        }
    }

    private static void requireOwner(
            String aggregate, Owned owner, TreeMap<Long, StreamEvent> history, Findings findings) {
        findings.same(aggregate, "last published version", history.lastKey(), owner.version);
        var told = Transitions.status(history.lastEntry().getValue().event());
        if (told != null && !told.equals(owner.status)) {
            findings.add(aggregate, "is %s, but %s in its last event", owner.status, told);
        }
    }
}
