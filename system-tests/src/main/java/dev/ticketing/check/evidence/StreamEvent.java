package dev.ticketing.check.evidence;

import dev.ticketing.events.Event;
import java.time.Instant;

/**
 * A message of a stream that carries an event.
 *
 * @param storedAt by the clock of the broker
 * @param recordedAt by the clock of the publisher, before the write
 * @param event {@code null} when its type is not known
 */
public record StreamEvent(
        String stream,
        long sequence,
        Instant storedAt,
        String id,
        String noun,
        String aggregateId,
        long version,
        Instant recordedAt,
        String body,
        Event event) {

    /** As consumers note which version they have handled. */
    public String aggregate() {
        return noun + ":" + aggregateId;
    }

    public String position() {
        return stream + ":" + sequence;
    }
}
