package dev.ticketing.check.evidence;

import dev.ticketing.events.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a stream with an event.
 *
 * @param storedAt by the clock of the broker
 * @param recordedAt by the clock of the publisher, before the write
 * @param event absent if its type is unknown
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
        @Nullable Event event) {

    /** The key under which consumers record their handled version. */
    public String aggregate() {
        return noun + ":" + aggregateId;
    }

    public String position() {
        return stream + ":" + sequence;
    }
}
