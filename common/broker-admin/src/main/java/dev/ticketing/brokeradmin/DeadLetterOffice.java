package dev.ticketing.brokeradmin;

import static java.util.Comparator.comparing;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.ticketing.brokeradmin.BrokerAdmin.StoredMessage;
import dev.ticketing.messaging.wire.DeadLetterFormat;
import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.MalformedEvent;
import dev.ticketing.messaging.wire.Topology;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists dead letters with their state, and replays them.
 *
 * <p>A replay publishes the same message to its old stream, addressed by a header to the one consumer that gave it up;
 * the other consumers acknowledge it unread. That message is also the only record of the replay, so no second record
 * can disagree.
 */
public final class DeadLetterOffice {

    /** The state of a dead letter. */
    public enum State {
        /** Not replayed. */
        DEAD,
        /** Replayed, not yet settled. */
        REPLAYED,
        /** Replayed and handled. */
        HANDLED,
        /** Replayed and given up again as another dead letter. */
        DIED_AGAIN
    }

    /**
     * @param sequence in the stream of dead letters
     * @param event id of the event; the subject if the event cannot be read
     * @param originalSequence sequence in its publisher's stream
     */
    public record DeadLetter(
            long sequence,
            State state,
            String consumer,
            String event,
            String subject,
            String stream,
            long originalSequence,
            int deliveries,
            String reason,
            Instant diedAt,
            String body) {}

    private final BrokerAdmin admin;
    private final EventCodec codec = new EventCodec();

    public DeadLetterOffice(BrokerAdmin admin) {
        this.admin = admin;
    }

    /** All dead letters, oldest first. */
    public List<DeadLetter> list() {
        var letters = admin.messages(Topology.DEAD_LETTERS).stream()
                .filter(message -> message.headers().containsKey(DeadLetterFormat.CONSUMER))
                .toList();
        var replays = replays(letters);
        var origins = letters.stream().map(DeadLetterOffice::origin).toList();
        return letters.stream()
                .map(letter -> deadLetter(letter, state(letter, replays, origins)))
                .toList();
    }

    /** @throws IllegalArgumentException if there is no dead letter with that number */
    public DeadLetter get(long sequence) {
        return list().stream()
                .filter(letter -> letter.sequence() == sequence)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no dead letter " + sequence + " (expected: a number that the list shows)"));
    }

    /**
     * Sends it again, unchanged, to the consumer that gave it up; returns once it is stored.
     *
     * @throws IllegalStateException if it was replayed before
     */
    public void replay(DeadLetter letter) {
        if (letter.state() != State.DEAD) {
            throw new IllegalStateException(
                    "dead letter %d is %s (expected: %s)".formatted(letter.sequence(), letter.state(), State.DEAD));
        }
        var headers = new HashMap<String, String>();
        letterOf(letter.sequence()).headers().forEach((name, value) -> {
            if (!name.startsWith("Nats-") && !name.startsWith(DeadLetterFormat.HEADER_PREFIX)) {
                headers.put(name, value);
            }
        });
        // no colon after the id: consumers take the text before the last colon for the aggregate
        headers.put("Nats-Msg-Id", "%s-replay-%d".formatted(letter.event(), letter.sequence()));
        headers.put(DeadLetterFormat.REPLAY_OF, Long.toString(letter.sequence()));
        headers.put(DeadLetterFormat.REPLAY_FOR, letter.consumer());
        admin.publish(letter.subject(), headers, letter.body());
    }

    private StoredMessage letterOf(long sequence) {
        return admin.messages(Topology.DEAD_LETTERS).stream()
                .filter(message -> message.sequence() == sequence)
                .findFirst()
                .orElseThrow();
    }

    /** The replays by the number of their dead letter, read from the streams since the oldest of these letters. */
    private Map<String, StoredMessage> replays(List<StoredMessage> letters) {
        var oldest = letters.stream().map(StoredMessage::storedAt).min(comparing(identity()));
        return letters.stream()
                .map(letter -> letter.header(DeadLetterFormat.STREAM))
                .distinct()
                .flatMap(stream -> admin.messages(stream, oldest.orElseThrow()).stream())
                .filter(message -> message.headers().containsKey(DeadLetterFormat.REPLAY_OF))
                .collect(toMap(
                        message -> message.headers().get(DeadLetterFormat.REPLAY_OF),
                        identity(),
                        (first, later) -> later));
    }

    private State state(StoredMessage letter, Map<String, StoredMessage> replays, List<Origin> origins) {
        var replay = replays.get(Long.toString(letter.sequence()));
        if (replay == null) {
            return State.DEAD;
        }
        var consumer = letter.header(DeadLetterFormat.CONSUMER);
        if (origins.contains(new Origin(consumer, replay.stream(), Long.toString(replay.sequence())))) {
            return State.DIED_AGAIN;
        }
        return admin.isSettled(replay.stream(), consumer, replay.sequence()) ? State.HANDLED : State.REPLAYED;
    }

    private record Origin(String consumer, String stream, String sequence) {}

    private static Origin origin(StoredMessage letter) {
        return new Origin(
                letter.header(DeadLetterFormat.CONSUMER),
                letter.header(DeadLetterFormat.STREAM),
                letter.header(DeadLetterFormat.SEQUENCE));
    }

    private DeadLetter deadLetter(StoredMessage letter, State state) {
        var subject = letter.header(DeadLetterFormat.SUBJECT);
        return new DeadLetter(
                letter.sequence(),
                state,
                letter.header(DeadLetterFormat.CONSUMER),
                eventId(letter.body(), subject),
                subject,
                letter.header(DeadLetterFormat.STREAM),
                Long.parseLong(letter.header(DeadLetterFormat.SEQUENCE)),
                Integer.parseInt(letter.header(DeadLetterFormat.DELIVERIES)),
                letter.header(DeadLetterFormat.REASON),
                letter.storedAt(),
                letter.body());
    }

    private String eventId(String body, String subject) {
        try {
            return codec.envelope(body.getBytes(StandardCharsets.UTF_8)).id();
        } catch (MalformedEvent e) {
            return subject;
        }
    }
}
