package dev.ticketing.events;

import static java.util.Objects.requireNonNull;

/** The events of the timers. */
@Published(by = "expiration-service", stream = "EXPIRATIONS", noun = "expiration")
public sealed interface ExpirationEvent extends Event {

    String orderId();

    @Override
    default String aggregateId() {
        return orderId();
    }

    /** An order has expired by the clock of the timers; orders-service decides by its own clock. */
    @Subject("expiration.complete.v1")
    record ExpirationComplete(String orderId) implements ExpirationEvent {
        public ExpirationComplete {
            requireNonNull(orderId, "orderId");
        }
    }
}
