package dev.ticketing.messaging.gate;

/** Decides by version alone whether an event's turn has come; see {@link #verdict}. */
public final class VersionGate {

    public enum Verdict {
        /** It is the next one: hand it to the handler. */
        APPLY,
        /** It was handled before: acknowledge it. */
        STALE,
        /** An earlier one is still missing: have it delivered again later. */
        GAP
    }

    /** The last version handled of an aggregate that has not been seen yet. */
    static final long UNSEEN = -1;

    private VersionGate() {}

    static Verdict verdict(long lastHandled, long incoming) {
        if (incoming <= lastHandled) {
            return Verdict.STALE;
        }
        return incoming == lastHandled + 1 ? Verdict.APPLY : Verdict.GAP;
    }
}
