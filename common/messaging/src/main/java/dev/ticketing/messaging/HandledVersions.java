package dev.ticketing.messaging;

import dev.ticketing.messaging.VersionGate.Verdict;

/** Which version of each foreign aggregate this service has handled last. */
interface HandledVersions {

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
