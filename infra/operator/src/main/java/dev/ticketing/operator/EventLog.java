package dev.ticketing.operator;

import dev.ticketing.brokeradmin.BrokerAdmin;
import dev.ticketing.brokeradmin.BrokerAdmin.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events about one order: its own, those of its payment and timer, and those of its ticket from the reservation to
 * the release.
 */
final class EventLog {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Clocks differ; the id of an order contains the time of its creation. */
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(10);

    /** A stored event. */
    record StoredEvent(StoredMessage message, JsonNode envelope) {

        String aggregateId() {
            return envelope.path("subject").asString("");
        }

        long version() {
            return envelope.path("aggregateversion").asLong(-1);
        }

        String orderId() {
            return envelope.at("/data/orderId").asString("");
        }

        boolean isAbout(String noun) {
            return message.subject().startsWith(noun + ".");
        }

        String key() {
            return message.subject().substring(0, message.subject().indexOf('.')) + ":" + aggregateId();
        }

        Moment moment() {
            var where = message.stream() + " #" + message.sequence();
            return new Moment(message.storedAt(), where, message.subject(), Long.toString(version()), says());
        }

        private String says() {
            return envelope.path("data")
                    .propertyStream()
                    .filter(part ->
                            !part.getKey().equals("id") && !part.getValue().isNull())
                    .map(part -> part.getKey() + "=" + text(part.getValue()))
                    .collect(Collectors.joining(" "));
        }

        private static String text(JsonNode value) {
            return value.isString() ? value.asString() : value.toString();
        }
    }

    private final List<StoredEvent> events;

    private EventLog(List<StoredEvent> events) {
        this.events = events;
    }

    /** @throws IllegalArgumentException if the order was never placed */
    static EventLog of(BrokerAdmin broker, String orderId) {
        if (!ObjectId.isValid(orderId)) {
            throw new IllegalArgumentException("order %s (expected: 24 hex digits)".formatted(orderId));
        }
        var placedAt = Instant.ofEpochSecond(new ObjectId(orderId).getTimestamp());
        var since = placedAt.minus(CLOCKS_DIFFER_BY);
        var all = BrokerAdmin.streams().stream()
                .flatMap(stream -> broker.messages(stream, since).stream())
                .flatMap(EventLog::readable)
                .toList();
        if (all.stream().noneMatch(own(orderId))) {
            throw new IllegalArgumentException("no order " + orderId + " in the stream ORDERS since " + since);
        }
        var own = own(orderId);
        var released = releases(all, orderId);
        return new EventLog(all.stream()
                .filter(event -> own.test(event) || event.orderId().equals(orderId) || released.contains(event))
                .toList());
    }

    private static Stream<StoredEvent> readable(StoredMessage message) {
        try {
            return Stream.of(new StoredEvent(message, JSON.readTree(message.body())));
        } catch (JacksonException e) {
            return Stream.empty(); // it is among the dead letters
        }
    }

    private static Predicate<StoredEvent> own(String orderId) {
        return event -> event.isAbout("order") && event.aggregateId().equals(orderId);
    }

    /** The events of the ticket after its reservation by this order. */
    private static List<StoredEvent> releases(List<StoredEvent> all, String orderId) {
        var held = all.stream()
                .filter(event -> event.isAbout("ticket") && event.orderId().equals(orderId))
                .map(event -> event.aggregateId() + ":" + (event.version() + 1))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(event -> event.isAbout("ticket") && held.contains(event.aggregateId() + ":" + event.version()))
                .toList();
    }

    List<Moment> moments() {
        return events.stream().map(StoredEvent::moment).toList();
    }

    /** {@code <noun>:<id>} of every aggregate in these events, without repetition. */
    List<String> keys() {
        return events.stream().map(StoredEvent::key).distinct().toList();
    }

    /** Ids of one kind of aggregate. */
    List<String> ids(String noun) {
        return keys().stream()
                .filter(key -> key.startsWith(noun + ":"))
                .map(key -> key.substring(noun.length() + 1))
                .toList();
    }

    /** The id of the ticket, from the first event of the order. */
    String ticketId() {
        return events.stream()
                .map(event -> event.envelope().at("/data/ticket/id").asString(""))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }
}
