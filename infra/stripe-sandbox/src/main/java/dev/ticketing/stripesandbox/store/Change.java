package dev.ticketing.stripesandbox.store;

/** One document written to its table, or removed from it if {@code json} is null. */
record Change(String table, String id, byte[] json) {}
