package dev.ticketing.stripesandbox.store;

/** An object with an id in the store; its class names its table. */
public interface Document {

    String id();
}
