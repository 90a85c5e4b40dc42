package dev.ticketing.messaging.wire;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamOptions;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** JetStream for publishers: every message carries its trace and its id, by which the server drops duplicates. */
public final class EventStream {

    private static final int ACK_TIMEOUT_SECONDS = 10;

    private final Connection connection;
    private final JetStream jetStream;

    public EventStream(Connection connection) {
        this.connection = connection;
        try {
            this.jetStream = connection.jetStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Completes once the server has stored the message; after an error it may or may not be stored. */
    public CompletableFuture<PublishAck> publish(EventMessage message) {
        var headers = new Headers().put("Nats-Msg-Id", message.messageId()).put("Content-Type", Envelope.MEDIA_TYPE);
        if (message.traceparent() != null) {
            headers.put(Tracing.TRACEPARENT, message.traceparent());
        }
        return publish(message.subject(), headers, message.body().getBytes(StandardCharsets.UTF_8));
    }

    public CompletableFuture<PublishAck> publish(String subject, Headers headers, byte[] body) {
        try {
            var message = NatsMessage.builder()
                    .subject(subject)
                    .headers(headers)
                    .data(body)
                    .build();
            return jetStream.publishAsync(message).orTimeout(ACK_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    public JetStreamManagement management() {
        try {
            return connection.jetStreamManagement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Connection connection() {
        return connection;
    }

    /**
     * For reading beside the durable consumers: the server generates the consumer's name, so that a user with the right
     * to create such consumers cannot touch a named one (<a
     * href="https://github.com/nats-io/nats-architecture-and-design/blob/main/adr/ADR-33.md">ADR-33</a>).
     */
    public JetStreamOptions nameless() {
        return JetStreamOptions.builder().optOut290ConsumerCreate(true).build();
    }
}
