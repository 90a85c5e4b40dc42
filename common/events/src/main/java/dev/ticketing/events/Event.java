package dev.ticketing.events;

/** A fact that a service has published about one of its aggregates. */
public sealed interface Event permits TicketEvent, OrderEvent, PaymentEvent, ExpirationEvent {

    /** Id of the aggregate of this fact; events of one aggregate are numbered 0, 1, 2, … without a gap. */
    String aggregateId();
}
