package dev.ticketing.messaging.gate;

import dev.ticketing.messaging.gate.VersionGate.Verdict;
import dev.ticketing.messaging.wire.Envelope;

/** Which version of each foreign aggregate this service has handled last. */
public interface HandledVersions {

    Verdict verdict(Envelope envelope);

    /** Notes that this event was handled; never moves backwards. */
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
