package dev.ticketing.messaging;

import io.nats.client.Message;
import io.nats.client.impl.Headers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where messages go that can never be handled: as they came, with the reason in the headers. */
final class DeadLetters {

    static final String SUBJECT_PREFIX = "dead-letter.";

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
        }
        headers.put("Nats-Msg-Id", "%s:%s:%d".formatted(consumer, delivery.getStream(), delivery.streamSequence()));
        headers.put("Dead-Letter-Reason", reason.lines().findFirst().orElse(""));
        headers.put("Dead-Letter-Consumer", consumer);
        headers.put("Dead-Letter-Subject", message.getSubject());
        headers.put("Dead-Letter-Stream", delivery.getStream());
        headers.put("Dead-Letter-Sequence", Long.toString(delivery.streamSequence()));
        headers.put("Dead-Letter-Deliveries", Long.toString(delivery.deliveredCount()));
        return headers;
    }

    static final class NotStored extends RuntimeException {

        NotStored(Exception cause) {
            super(cause);
        }
    }
}
