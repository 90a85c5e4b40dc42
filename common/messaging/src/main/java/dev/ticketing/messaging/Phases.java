package dev.ticketing.messaging;

/** The order in which the parts of messaging stop: higher phases first. The web server stops before all of them. */
public final class Phases {

    /** Last, because the relay still publishes the last events of the web server and of the consumers. */
    public static final int OUTBOX_RELAY = Integer.MAX_VALUE / 2;

    public static final int CONSUMERS = OUTBOX_RELAY + 1;

    private Phases() {}
}
