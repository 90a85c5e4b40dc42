package dev.ticketing.messaging.consumer;

import dev.ticketing.messaging.wire.DeadLetterFormat;
import dev.ticketing.messaging.wire.EventStream;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stores messages that can never be handled, unchanged, with the reason in the headers. */
final class DeadLetters {

    private static final int STORE_TIMEOUT_SECONDS = 10;

    private final EventStream stream;

    DeadLetters(EventStream stream) {
        this.stream = stream;
    }

    /** Returns once the dead letter is stored. The same message of the same consumer is stored once. */
    void store(Message message, String consumer, String reason) {
        try {
            stream.publish(
                            DeadLetterFormat.SUBJECT_PREFIX + consumer,
                            headers(message, consumer, reason),
                            message.getData())
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
            headers.remove(DeadLetterFormat.REPLAY_OF, DeadLetterFormat.REPLAY_FOR);
        }
        headers.put("Nats-Msg-Id", "%s:%s:%d".formatted(consumer, delivery.getStream(), delivery.streamSequence()));
        headers.put(DeadLetterFormat.REASON, reason.lines().findFirst().orElse(""));
        headers.put(DeadLetterFormat.CONSUMER, consumer);
        headers.put(DeadLetterFormat.SUBJECT, message.getSubject());
        headers.put(DeadLetterFormat.STREAM, delivery.getStream());
        headers.put(DeadLetterFormat.SEQUENCE, Long.toString(delivery.streamSequence()));
        headers.put(DeadLetterFormat.DELIVERIES, Long.toString(delivery.deliveredCount()));
        return headers;
    }

    static final class NotStored extends RuntimeException {

        NotStored(Exception cause) {
            super(cause);
        }
    }
}
