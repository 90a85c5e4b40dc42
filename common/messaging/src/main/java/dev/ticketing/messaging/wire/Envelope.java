package dev.ticketing.messaging.wire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * CloudEvents 1.0 in structured JSON, with the extension {@code aggregateversion}.
 *
 * @param subject id of the aggregate
 */
@JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time", "aggregateversion", "datacontenttype"})
public record Envelope(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        long aggregateversion,
        String datacontenttype,
        JsonNode data) {

    public static final String MEDIA_TYPE = "application/cloudevents+json";

    public Envelope {
        requireNonNull(id, "id");
        requireNonNull(type, "type");
        requireNonNull(subject, "subject");
        requireNonNull(data, "data");
        if (aggregateversion < 0) {
            throw new IllegalArgumentException("aggregateversion " + aggregateversion + " (expected: 0 or more)");
        }
    }

    /** First token of the type. */
    public String noun() {
        return type.substring(0, Math.max(type.indexOf('.'), 0));
    }
}
