package dev.ticketing.stripesandbox.api;

import dev.ticketing.stripesandbox.store.Document;

/** A kind of document that {@code expand[]} may put in place of its id; {@code prefix} is how its ids begin. */
public record Expandable(String prefix, Class<? extends Document> type) {}
