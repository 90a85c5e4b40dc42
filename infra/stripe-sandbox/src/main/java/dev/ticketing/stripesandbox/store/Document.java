package dev.ticketing.stripesandbox.store;

/** Anything with an id that the store keeps; its class names its table. */
public interface Document {

    String id();
}
