package dev.ticketing.messaging.gate;

import dev.ticketing.messaging.gate.VersionGate.Verdict;
import dev.ticketing.messaging.wire.Envelope;

/**
 * The event that this thread handles. A handler may pause between its gate check and its write, while another instance
 * handles the event and later ones; so the gate is checked again right before an aggregate is saved. The aggregate was
 * loaded before and is saved under its optimistic lock, which rules out a late write.
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

    /** @throws Superseded if another instance has handled the event meanwhile; does nothing outside of a delivery */
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
