package dev.ticketing.messaging;

import dev.ticketing.events.Event;
import dev.ticketing.messaging.wire.EventCatalog;
import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.EventStream;
import io.nats.client.JetStreamSubscription;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** Reads a publisher's earlier events again, beside the durable consumers and without any effect on them. */
public final class EventReplay {

    private static final Duration NEXT_MESSAGE_WITHIN = Duration.ofSeconds(5);

    private final EventStream stream;
    private final EventCodec codec;

    EventReplay(EventStream stream, EventCodec codec) {
        this.stream = stream;
        this.codec = codec;
    }

    /**
     * Passes on, in the order of the stream and on this thread, every event that was stored since then and before this
     * call; with duplicates, and without those that this build cannot read. Returns after the last.
     *
     * @param family the sealed interface of the publisher's events
     * @throws NotReplayed if the broker is unavailable or the stream does not exist; some events may have been passed
     *     on
     */
    public <E extends Event> void replay(Class<E> family, Instant since, Consumer<? super E> to) {
        var publisher = EventCatalog.publisher(family);
        var name = publisher.stream();
        try {
            var state = stream.management().getStreamInfo(name).getStreamState();
            if (state.getMsgCount() == 0 || state.getLastTime().toInstant().isBefore(since)) {
                return;
            }
            var messages = stream.connection()
                    .jetStream(stream.nameless())
                    .subscribe(publisher.noun() + ".>", orderedSince(since, name));
            try {
                read(
                        messages,
                        state.getLastSequence(),
                        message -> codec.readable(family, message)
                                .map(EventCodec.Readable::event)
                                .ifPresent(to));
            } finally {
                messages.unsubscribe();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReplayed(name, e);
        } catch (Exception e) {
            throw new NotReplayed(name, e);
        }
    }

    private static PushSubscribeOptions orderedSince(Instant since, String stream) {
        var fromThere = ConsumerConfiguration.builder()
                .deliverPolicy(DeliverPolicy.ByStartTime)
                .startTime(since.atZone(ZoneOffset.UTC))
                .build();
        return PushSubscribeOptions.builder().stream(stream)
                .ordered(true)
                .configuration(fromThere)
                .build();
    }

    private static void read(JetStreamSubscription messages, long last, Consumer<byte[]> to)
            throws IOException, InterruptedException {
        long sequence;
        do {
            var message = messages.nextMessage(NEXT_MESSAGE_WITHIN);
            if (message == null) {
                throw new IOException(
                        "no message within " + NEXT_MESSAGE_WITHIN + " (expected: all up to " + last + ")");
            }
            to.accept(message.getData());
            sequence = message.metaData().streamSequence();
        } while (sequence < last);
    }

    public static final class NotReplayed extends RuntimeException {

        NotReplayed(String stream, Exception cause) {
            super("stream " + stream + " not replayed: " + cause.getMessage(), cause);
        }
    }
}
