package dev.ticketing.messaging.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketing.events.Event;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Converts events to and from the bytes on the wire. */
public final class EventCodec {

    /** Absent and null are the same in an event. */
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    public EventMessage message(Event event, long version, @Nullable String traceparent, Instant now) {
        var type = event.getClass();
        var publisher = EventCatalog.publisher(type);
        var subject = EventCatalog.subject(type);
        var messageId = publisher.noun() + ":" + event.aggregateId() + ":" + version;
        var envelope = new Envelope(
                "1.0",
                messageId,
                "/" + publisher.by(),
                subject,
                event.aggregateId(),
                now,
                version,
                "application/json",
                json.valueToTree(event));
        return new EventMessage(messageId, subject, version, now, json.writeValueAsString(envelope), traceparent);
    }

    /** @throws MalformedEvent if the bytes are not one of our CloudEvents */
    public Envelope envelope(byte[] body) {
        try {
            return Objects.requireNonNull(json.readValue(body, Envelope.class), "event");
        } catch (JacksonException | NullPointerException e) {
            throw new MalformedEvent(e);
        }
    }

    /**
     * The event in an envelope; empty if this build does not know its type.
     *
     * @throws MalformedEvent if a mandatory part is missing or of the wrong type
     */
    public Optional<Event> event(Envelope envelope) {
        try {
            return EventCatalog.type(envelope.type()).map(type -> json.treeToValue(envelope.data(), type));
        } catch (JacksonException e) {
            throw new MalformedEvent(e);
        }
    }

    /** An event and its envelope. */
    public record Readable<E extends Event>(Envelope envelope, E event) {}

    /**
     * The event of this family in a message; empty if this build cannot read it. A durable consumer turns a malformed
     * event into a dead letter.
     */
    public <E extends Event> Optional<Readable<E>> readable(Class<E> family, byte[] message) {
        try {
            var envelope = envelope(message);
            return event(envelope)
                    .filter(family::isInstance)
                    .map(event -> new Readable<>(envelope, family.cast(event)));
        } catch (MalformedEvent e) {
            return Optional.empty();
        }
    }
}
