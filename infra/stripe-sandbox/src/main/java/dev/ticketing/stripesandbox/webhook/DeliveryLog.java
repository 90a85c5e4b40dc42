package dev.ticketing.stripesandbox.webhook;

import dev.ticketing.stripesandbox.SandboxReset;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The latest delivery attempts, newest first. */
@Component
class DeliveryLog {

    private static final int KEPT = 1_000;

    private final Deque<Attempt> attempts = new ArrayDeque<>();
    private final Clock clock;

    DeliveryLog(Clock clock) {
        this.clock = clock;
    }

    /** One request to the endpoint; status 0: no response. */
    record Attempt(String event, String type, int attempt, int status, Instant at) {}

    synchronized void add(Delivery delivery, int status) {
        attempts.addFirst(
                new Attempt(delivery.event(), delivery.type(), delivery.attempts() + 1, status, clock.instant()));
        if (attempts.size() > KEPT) {
            attempts.removeLast();
        }
    }

    synchronized List<Attempt> all() {
        return List.copyOf(attempts);
    }

    @EventListener(SandboxReset.class)
    synchronized void clear() {
        attempts.clear();
    }
}
