package dev.ticketing.stripesandbox.api;

import dev.ticketing.stripesandbox.store.Document;

/** A kind of document that {@code expand[]} can insert for its id; its ids begin with {@code prefix}. */
public record Expandable(String prefix, Class<? extends Document> type) {}
