package dev.ticketing.messaging;

import io.nats.client.Message;
import io.nats.client.impl.Headers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where messages go that can never be handled: as they came, with the reason in the headers. */
final class DeadLetters {

    static final String SUBJECT_PREFIX = "dead-letter.";

    static final String HEADER_PREFIX = "Dead-Letter-";
    static final String REASON = HEADER_PREFIX + "Reason";
    static final String CONSUMER = HEADER_PREFIX + "Consumer";
    static final String SUBJECT = HEADER_PREFIX + "Subject";
    static final String STREAM = HEADER_PREFIX + "Stream";
    static final String SEQUENCE = HEADER_PREFIX + "Sequence";
    static final String DELIVERIES = HEADER_PREFIX + "Deliveries";

    /** On a message sent again: the number of the dead letter, and the one consumer that it is for. */
    static final String REPLAY_OF = "Replay-Of";

    static final String REPLAY_FOR = "Replay-For";

    private static final int STORE_TIMEOUT_SECONDS = 10;

    private final EventStream stream;

    DeadLetters(EventStream stream) {
        this.stream = stream;
    }

    /** Returns once the letter is stored; the same message of the same consumer is stored once. */
    void store(Message message, String consumer, String reason) {
        try {
            stream.publish(SUBJECT_PREFIX + consumer, headers(message, consumer, reason), message.getData())
                    .get(STORE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotStored(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotStored(e);
        }
    }

    private static Headers headers(Message message, String consumer, String reason) {
        var delivery = message.metaData();
        var headers = new Headers();
        if (message.getHeaders() != null) {
            message.getHeaders().forEach((name, values) -> headers.put(name, values));
            headers.remove(REPLAY_OF, REPLAY_FOR);
        }
        headers.put("Nats-Msg-Id", "%s:%s:%d".formatted(consumer, delivery.getStream(), delivery.streamSequence()));
        headers.put(REASON, reason.lines().findFirst().orElse(""));
        headers.put(CONSUMER, consumer);
        headers.put(SUBJECT, message.getSubject());
        headers.put(STREAM, delivery.getStream());
        headers.put(SEQUENCE, Long.toString(delivery.streamSequence()));
        headers.put(DELIVERIES, Long.toString(delivery.deliveredCount()));
        return headers;
    }

    static final class NotStored extends RuntimeException {

        NotStored(Exception cause) {
            super(cause);
        }
    }
}
