package dev.ticketing.brokeradmin;

import dev.ticketing.brokeradmin.BrokerAdmin.StoredMessage;
import io.nats.client.Connection;
import io.nats.client.IterableConsumer;
import io.nats.client.Message;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.OrderedConsumerConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Reads the messages of a stream without any effect on its consumers. */
final class StreamReader {

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

    private final Connection connection;

    StreamReader(Connection connection) {
        this.connection = connection;
    }

    /** The messages stored since then and before this call, oldest first. */
    List<StoredMessage> read(String name, Instant since) {
        try {
            var context = connection.getStreamContext(name);
            var state = context.getStreamInfo().getStreamState();
            if (state.getMsgCount() == 0 || state.getLastTime().toInstant().isBefore(since)) {
                return List.of();
            }
            var fromThere = new OrderedConsumerConfiguration()
                    .deliverPolicy(DeliverPolicy.ByStartTime)
                    .startTime(since.atZone(ZoneOffset.UTC));
            var messages = context.createOrderedConsumer(fromThere).iterate();
            try {
                return read(name, messages, state.getLastSequence());
            } finally {
                messages.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException("stream " + name + ": " + e.getMessage(), e);
        }
    }

    private static List<StoredMessage> read(String name, IterableConsumer messages, long last) throws Exception {
        var read = new ArrayList<StoredMessage>();
        do {
            var message = messages.nextMessage(READ_TIMEOUT);
            if (message == null) {
                throw new IOException("no message within " + READ_TIMEOUT + " (expected: all up to " + last + ")");
            }
            read.add(stored(name, message));
        } while (read.getLast().sequence() < last);
        return read;
    }

    private static StoredMessage stored(String stream, Message message) {
        var headers = new HashMap<String, String>();
        if (message.getHeaders() != null) {
            message.getHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        }
        var metadata = message.metaData();
        return new StoredMessage(
                stream,
                metadata.streamSequence(),
                message.getSubject(),
                headers,
                new String(message.getData(), StandardCharsets.UTF_8),
                metadata.timestamp().toInstant());
    }
}
