package dev.ticketing.messaging.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.Indexed;

/**
 * An event in the form in which it is sent. An outbox keeps it until it is published, so that every attempt sends the
 * same bytes.
 *
 * @param messageId {@code <noun>:<aggregate id>:<version>}, also the {@code Nats-Msg-Id} by which the server drops
 *     duplicates
 * @param recordedAt indexed (sparse), so that the sweep finds the documents that still contain an entry
 */
public record EventMessage(
        String messageId,
        String subject,
        long version,
        @Indexed(name = "outbox", sparse = true) Instant recordedAt,
        String body,
        @Nullable String traceparent) {}
