package dev.ticketing.messaging;

/** When the parts of messaging stop: the higher first. The web server stops before all of them. */
public final class Phases {

    /** Last, because it still publishes the last events of the web server and of the consumers. */
    public static final int OUTBOX_RELAY = Integer.MAX_VALUE / 2;

    public static final int CONSUMERS = OUTBOX_RELAY + 1;

    private Phases() {}
}
