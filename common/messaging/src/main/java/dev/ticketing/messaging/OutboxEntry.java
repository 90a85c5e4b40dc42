package dev.ticketing.messaging;

import java.time.Instant;
import org.springframework.data.mongodb.core.index.Indexed;

/**
 * An event that is saved and not yet known to be published: the very message, so that every try sends the same bytes.
 *
 * @param messageId {@code <noun>:<aggregate id>:<version>}, also the {@code Nats-Msg-Id} that the server deduplicates by
 * @param recordedAt indexed (sparse), so that the sweep finds the documents that still hold an entry
 */
record OutboxEntry(
        String messageId,
        String subject,
        long version,
        @Indexed(name = "outbox", sparse = true) Instant recordedAt,
        String body,
        String traceparent) {}
