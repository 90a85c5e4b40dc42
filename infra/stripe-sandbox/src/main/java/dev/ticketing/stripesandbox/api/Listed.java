package dev.ticketing.stripesandbox.api;

import dev.ticketing.stripesandbox.store.Document;

/** A document that appears in lists. */
public interface Listed extends Document {

    /** Seconds since the epoch. */
    long created();
}
