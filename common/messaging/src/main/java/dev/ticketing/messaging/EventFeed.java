package dev.ticketing.messaging;

import dev.ticketing.events.Event;
import dev.ticketing.messaging.wire.EventCatalog;
import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.EventStream;
import dev.ticketing.messaging.wire.FeedReader;

/**
 * What a publisher says, to this instance alone: unlike an {@link EventHandler}, whose events the instances of a service
 * share, every instance that listens hears everything. For what is kept in memory only; nothing is acknowledged, gated or
 * ever a dead letter, and while nobody listens nothing is kept for him.
 */
public final class EventFeed {

    private final EventStream stream;
    private final EventCodec codec;

    EventFeed(EventStream stream, EventCodec codec) {
        this.stream = stream;
        this.codec = codec;
    }

    /**
     * An event and its place.
     *
     * @param sequence of the stream; the same at every instance, and growing
     */
    public record Heard<E extends Event>(long sequence, EventMetadata metadata, E event) {}

    /** Hears events, always on the same one thread. */
    public interface Listener<E extends Event> {

        /** Comes first, and again if the stream is not what it was: nothing is told of what was stored up to this one. */
        void beginsAfter(long sequence);

        /** In the order of the stream, each once. What this build cannot read is left out. */
        void hear(Heard<E> heard);
    }

    /** Ends with {@link #close}, after which nothing is heard any more. */
    public interface Subscription extends AutoCloseable {

        /** Whether all that was stored a moment ago has been heard; not while the broker is away. */
        boolean isCurrent();

        @Override
        void close();
    }

    /**
     * Listens from now on. Waits by itself for a broker or a stream that is away, and goes on where it was.
     *
     * @param family the sealed interface of the publisher's events
     * @param recent how many events from before now are heard first
     */
    public <E extends Event> Subscription listen(Class<E> family, int recent, Listener<E> listener) {
        var name = EventCatalog.publisher(family).stream();
        var reader = FeedReader.start(stream, name, recent, new FeedReader.Sink() {
            @Override
            public void beginsAfter(long sequence) {
                listener.beginsAfter(sequence);
            }

            @Override
            public void take(long sequence, byte[] body) {
                codec.readable(family, body)
                        .ifPresent(read ->
                                listener.hear(new Heard<>(sequence, EventMetadata.of(read.envelope()), read.event())));
            }
        });
        return new Subscription() {
            @Override
            public boolean isCurrent() {
                return reader.isCurrent();
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }
}
