package dev.ticketing.events;

import static java.util.Objects.requireNonNull;

/** What the timers say. */
@Published(by = "expiration-service", stream = "EXPIRATIONS", noun = "expiration")
public sealed interface ExpirationEvent extends Event {

    String orderId();

    @Override
    default String aggregateId() {
        return orderId();
    }

    /** The time of an order is up, by the clock of the timers; orders-service decides by its own. */
    @Subject("expiration.complete.v1")
    record ExpirationComplete(String orderId) implements ExpirationEvent {
        public ExpirationComplete {
            requireNonNull(orderId, "orderId");
        }
    }
}
