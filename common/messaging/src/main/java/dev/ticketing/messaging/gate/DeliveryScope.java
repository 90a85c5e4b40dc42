package dev.ticketing.messaging.gate;

import dev.ticketing.messaging.gate.VersionGate.Verdict;
import dev.ticketing.messaging.wire.Envelope;

/**
 * The event being handled on this thread. A handler may have been stopped for long between its turn and its write, while
 * another instance handled the event and later ones; so the turn is asked for once more right before an aggregate is
 * saved. As the aggregate was loaded before and is saved under its optimistic lock, a late write is impossible.
 */
public final class DeliveryScope {

    private static final ScopedValue<DeliveryScope> CURRENT = ScopedValue.newInstance();

    private final HandledVersions handled;
    private final Envelope envelope;

    private DeliveryScope(HandledVersions handled, Envelope envelope) {
        this.handled = handled;
        this.envelope = envelope;
    }

    public static void run(HandledVersions handled, Envelope envelope, Runnable handler) {
        ScopedValue.where(CURRENT, new DeliveryScope(handled, envelope)).run(handler);
    }

    /** @throws Superseded if the event being handled was handled meanwhile; nothing happens outside of a delivery */
    public static void requireStillOurTurn() {
        if (CURRENT.isBound() && CURRENT.get().isSuperseded()) {
            throw new Superseded(CURRENT.get().envelope.id());
        }
    }

    private boolean isSuperseded() {
        return handled.verdict(envelope) == Verdict.STALE;
    }

    public static final class Superseded extends RuntimeException {

        Superseded(String eventId) {
            super("event " + eventId + " was handled by another instance meanwhile");
        }
    }
}
