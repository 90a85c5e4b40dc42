package dev.ticketing.messaging.wire;

import java.time.Instant;
import org.springframework.data.mongodb.core.index.Indexed;

/**
 * An event as it is sent. An outbox keeps it until it is published, so that every attempt sends the same bytes.
 *
 * @param messageId {@code <noun>:<aggregate id>:<version>}, also the {@code Nats-Msg-Id} that the server deduplicates by
 * @param recordedAt indexed (sparse), so that the sweep finds the documents that still hold an entry
 */
public record EventMessage(
        String messageId,
        String subject,
        long version,
        @Indexed(name = "outbox", sparse = true) Instant recordedAt,
        String body,
        String traceparent) {}
