package dev.ticketing.messaging.gate;

/** Decides by the version alone whether it is an event's turn; see {@link #verdict}. */
public final class VersionGate {

    public enum Verdict {
        /** The next version: call the handler. */
        APPLY,
        /** Handled before: acknowledge it. */
        STALE,
        /** An earlier version is missing: deliver this one again later. */
        GAP
    }

    /** The last handled version of an aggregate that has not been seen yet. */
    static final long UNSEEN = -1;

    private VersionGate() {}

    static Verdict verdict(long lastHandled, long incoming) {
        if (incoming <= lastHandled) {
            return Verdict.STALE;
        }
        return incoming == lastHandled + 1 ? Verdict.APPLY : Verdict.GAP;
    }
}
