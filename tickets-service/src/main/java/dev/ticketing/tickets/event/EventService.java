package dev.ticketing.tickets.event;

import dev.ticketing.web.idempotency.IdempotentRequests;
import dev.ticketing.web.idempotency.RequestKey;
import dev.ticketing.web.limits.Limiter;
import dev.ticketing.web.limits.Quota;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Adds and finds events. */
@Service
public class EventService {

    private final ListedEvents events;
    private final IdempotentRequests requests;
    private final Limiter limiter;
    private final Quota quota;
    private final Clock clock;

    EventService(
            ListedEvents events, IdempotentRequests requests, Limiter limiter, EventSettings settings, Clock clock) {
        this.events = events;
        this.requests = requests;
        this.limiter = limiter;
        this.quota = new Quota("events", "account", settings.eventsPerSeller());
        this.clock = clock;
    }

    /** @param isNew false if the event was there before */
    public record Added(ListedEvent event, boolean isNew) {}

    /**
     * Adds an event, unless it is there: of many concurrent requests for the same event one adds it.
     *
     * @throws dev.ticketing.tickets.input.InvalidForm with every violation
     */
    public Added add(String userId, Optional<RequestKey> key, EventForm form) {
        var valid = form.checked(clock.instant());
        var existing = events.findByKey(ListedEvent.key(valid));
        if (existing.isPresent() && key.isEmpty()) {
            return new Added(existing.get(), false);
        }
        try {
            return new Added(
                    requests.make(ListedEvent.class, key, madeBy -> {
                        limiter.take(quota, userId);
                        return inserted(ListedEvent.of(valid, userId, clock.instant(), madeBy), userId);
                    }),
                    true);
        } catch (AlreadyThere e) {
            return new Added(e.event, false);
        }
    }

    private ListedEvent inserted(ListedEvent event, String userId) {
        try {
            return events.insert(event);
        } catch (DuplicateKeyException e) {
            limiter.giveBack(quota, userId);
            throw new AlreadyThere(events.findByKey(event.key()).orElseThrow(() -> e));
        }
    }

    /** @throws EventNotFound also when the id is malformed */
    public ListedEvent find(String id) {
        return events.findById(id).orElseThrow(() -> new EventNotFound(id));
    }

    /** Leaves the key of the request free: nothing was made for it. */
    private static final class AlreadyThere extends RuntimeException {
        private final transient ListedEvent event;

        AlreadyThere(ListedEvent event) {
            super(null, null, false, false);
            this.event = event;
        }
    }
}
