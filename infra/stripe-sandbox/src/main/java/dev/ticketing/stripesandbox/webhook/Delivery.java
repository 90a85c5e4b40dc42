package dev.ticketing.stripesandbox.webhook;

import dev.ticketing.stripesandbox.store.Document;

/** A pending delivery of an event; deleted once the endpoint has answered 2xx. */
record Delivery(String id, String event, String type, int attempts, long dueAtMillis) implements Document {

    private static final int MOST_ATTEMPTS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    /** Doubles from half a second to a minute: for more than three hours. */
    Delivery failed(long nowMillis) {
        var pause = Math.min(LONGEST_PAUSE_MILLIS, 500L << Math.min(attempts, 10));
        return new Delivery(id, event, type, attempts + 1, nowMillis + pause);
    }

    boolean givenUp() {
        return attempts >= MOST_ATTEMPTS;
    }
}
