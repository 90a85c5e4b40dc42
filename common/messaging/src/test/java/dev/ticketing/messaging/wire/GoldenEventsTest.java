package dev.ticketing.messaging.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.events.Event;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is on the wire for each subject: one approved file each, which is never changed, only joined by others. */
class GoldenEventsTest {

    static final List<Class<? extends Event>> TYPES = List.copyOf(EventCatalog.types());

    private final JsonMapper json = JsonMapper.builder().build();
    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @FieldSource("TYPES")
    void eventIsWrittenAsItsGoldenFileSays(Class<? extends Event> type) throws IOException {
        var golden = golden(type);
        var envelope = codec.envelope(golden);

        var event = codec.event(envelope).orElseThrow();
        var entry = codec.message(event, envelope.aggregateversion(), null, envelope.time());

        assertThat(event).isInstanceOf(type);
        assertThat(json.readTree(entry.body())).isEqualTo(json.readTree(golden));
        assertThat(entry.messageId()).isEqualTo(envelope.id());
        assertThat(entry.subject()).isEqualTo(EventCatalog.subject(type));
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void unknownFieldsAreIgnored(Class<? extends Event> type) throws IOException {
        var message = (ObjectNode) json.readTree(golden(type));
        message.put("newextension", "x");
        ((ObjectNode) message.get("data")).put("addedLater", "x");

        var event = codec.event(codec.envelope(json.writeValueAsBytes(message)));

        assertThat(event).containsInstanceOf(type);
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void missingMandatoryFieldIsMalformed(Class<? extends Event> type) throws IOException {
        for (var field : mandatoryFields(type).toList()) {
            var message = (ObjectNode) json.readTree(golden(type));
            ((ObjectNode) message.get("data")).remove(field);
            var envelope = codec.envelope(json.writeValueAsBytes(message));

            assertThatThrownBy(() -> codec.event(envelope)).as(field).isInstanceOf(MalformedEvent.class);
        }
    }

    @Test
    void eventOfUnknownTypeIsReadButNotUnderstood() throws IOException {
        var message = (ObjectNode) json.readTree(golden(TYPES.getFirst()));
        message.put("type", "ticket.admired.v1");

        var envelope = codec.envelope(json.writeValueAsBytes(message));

        assertThat(codec.event(envelope)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("NO_EVENTS")
    void whatIsNoCloudEventIsMalformed(String body) {
        assertThatThrownBy(() -> codec.envelope(body.getBytes())).isInstanceOf(MalformedEvent.class);
    }

    static final List<String> NO_EVENTS =
            List.of("", "x", "{}", "[]", "null", "{\"id\":\"a\",\"type\":\"t\",\"subject\":\"s\",\"data\":{}}");

    /** All but the documented nullable ones. */
    private static Stream<String> mandatoryFields(Class<? extends Event> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName);
    }

    private static byte[] golden(Class<? extends Event> type) throws IOException {
        var name = "/golden/" + EventCatalog.subject(type) + ".json";
        try (var file = GoldenEventsTest.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return file.readAllBytes();
        }
    }
}
