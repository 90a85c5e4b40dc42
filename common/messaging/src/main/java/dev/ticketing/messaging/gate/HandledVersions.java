package dev.ticketing.messaging.gate;

import dev.ticketing.messaging.gate.VersionGate.Verdict;
import dev.ticketing.messaging.wire.Envelope;

/** The last version of each foreign aggregate that this service has handled. */
public interface HandledVersions {

    Verdict verdict(Envelope envelope);

    /** Records that this event was handled; never moves backwards. */
    void advance(Envelope envelope);

    /** For a service whose handlers tolerate events in any order and number. */
    HandledVersions UNGATED = new HandledVersions() {
        @Override
        public Verdict verdict(Envelope envelope) {
            return Verdict.APPLY;
        }

        @Override
        public void advance(Envelope envelope) {}
    };
}
