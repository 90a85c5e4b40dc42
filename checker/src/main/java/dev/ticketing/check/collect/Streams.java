package dev.ticketing.check.collect;

import dev.ticketing.brokeradmin.BrokerAdmin;
import dev.ticketing.brokeradmin.BrokerAdmin.StoredEvent;
import dev.ticketing.brokeradmin.BrokerAdmin.StoredMessage;
import dev.ticketing.check.evidence.DeadLetter;
import dev.ticketing.check.evidence.Malformed;
import dev.ticketing.check.evidence.StreamEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The published events. */
final class Streams {

    private Streams() {}

    record Published(List<StreamEvent> events, List<Malformed> malformed) {}

    /** All messages except the poison. */
    static Published published(BrokerAdmin broker, Set<String> poison) {
        var events = new ArrayList<StreamEvent>();
        var malformed = new ArrayList<Malformed>();
        for (var stream : BrokerAdmin.streams()) {
            for (var message : broker.messages(stream)) {
                if (!poison.contains(position(message))) {
                    broker.read(message)
                            .ifPresentOrElse(
                                    event -> events.add(event(message, event)),
                                    () -> malformed.add(malformed(message)));
                }
            }
        }
        return new Published(events, malformed);
    }

    private static StreamEvent event(StoredMessage message, StoredEvent event) {
        return new StreamEvent(
                message.stream(),
                message.sequence(),
                message.storedAt(),
                event.id(),
                event.noun(),
                event.aggregateId(),
                event.version(),
                event.time(),
                message.body(),
                event.event().orElse(null));
    }

    private static Malformed malformed(StoredMessage message) {
        return new Malformed(position(message), message.headers().get("Replay-For"));
    }

    static List<DeadLetter> deadLetters(BrokerAdmin broker) {
        return broker.deadLetters().stream().map(Streams::deadLetter).toList();
    }

    private static DeadLetter deadLetter(StoredMessage letter) {
        return new DeadLetter(
                letter.header("Dead-Letter-Consumer"),
                letter.header("Dead-Letter-Stream") + ":" + letter.header("Dead-Letter-Sequence"),
                letter.header("Dead-Letter-Reason"));
    }

    private static String position(StoredMessage message) {
        return message.stream() + ":" + message.sequence();
    }
}
