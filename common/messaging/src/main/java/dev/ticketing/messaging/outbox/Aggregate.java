package dev.ticketing.messaging.outbox;

import dev.ticketing.events.Event;
import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.EventMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;

/**
 * A document with its state and its events: one write saves both, the events in an outbox from which a relay publishes
 * them afterwards.
 *
 * <p>The {@link #version()} counts events (the first is 0), so that consumers detect a gap. An optimistic lock detects
 * concurrent writers: the later one gets an {@code OptimisticLockingFailureException} and must load again.
 */
public abstract class Aggregate {

    @Id
    private String id;

    private long version = -1;

    @Version
    private @Nullable Long lock;

    private @Nullable List<EventMessage> outbox;

    @Transient
    private final List<Event> raised = new ArrayList<>();

    /** For the persistence framework. */
    @SuppressWarnings("NullAway.Init")
    protected Aggregate() {}

    protected Aggregate(String id) {
        this.id = Objects.requireNonNull(id, "id");
    }

    public final String id() {
        return id;
    }

    /** Version of the last event raised; -1 before the first. */
    public final long version() {
        return version;
    }

    /** Records a fact about this aggregate; it is published once the aggregate is saved. */
    protected final void raise(Event event) {
        if (!event.aggregateId().equals(id)) {
            throw new IllegalArgumentException(event + " raised by aggregate " + id + " (expected: its own event)");
        }
        version++;
        raised.add(event);
    }

    /** The events raised since this was loaded or last saved, oldest first. */
    public final List<Event> raisedEvents() {
        return List.copyOf(raised);
    }

    /** Moves raised events to the outbox, which is part of the document. */
    final void fillOutbox(EventCodec codec, @Nullable String traceparent, Instant now) {
        if (raised.isEmpty()) {
            return;
        }
        var entries = new ArrayList<>(outboxEntries());
        var first = version - raised.size() + 1;
        for (var i = 0; i < raised.size(); i++) {
            entries.add(codec.message(raised.get(i), first + i, traceparent, now));
        }
        outbox = entries;
        raised.clear();
    }

    final List<EventMessage> outboxEntries() {
        return outbox == null ? List.of() : outbox;
    }
}
