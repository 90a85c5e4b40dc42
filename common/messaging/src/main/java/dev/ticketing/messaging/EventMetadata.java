package dev.ticketing.messaging;

import dev.ticketing.messaging.wire.Envelope;
import java.time.Instant;

/**
 * The metadata in an event's envelope.
 *
 * @param id also the {@code Nats-Msg-Id}
 * @param version of the aggregate, counted from 0
 * @param time when the event was raised, by the publisher's clock
 */
public record EventMetadata(String id, String aggregateId, long version, Instant time) {

    public static EventMetadata of(Envelope envelope) {
        return new EventMetadata(envelope.id(), envelope.subject(), envelope.aggregateversion(), envelope.time());
    }
}
