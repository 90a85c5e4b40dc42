package dev.ticketing.messaging;

import dev.ticketing.events.Event;
import dev.ticketing.messaging.wire.EventCatalog;
import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.EventStream;
import dev.ticketing.messaging.wire.FeedReader;

/**
 * Reads a publisher's events in this instance alone. The instances of a service share the events of an {@link
 * EventHandler}, but every instance with a feed receives all of them. It suits state kept in memory: events are not
 * acknowledged, not gated and never become dead letters, and events published while there is no listener are not kept.
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
     * @param sequence in the stream; equal in all instances, and ascending
     */
    public record Delivery<E extends Event>(long sequence, EventMetadata metadata, E event) {}

    /** Receives events, always on the same thread. */
    public interface Listener<E extends Event> {

        /** Called first, and again if the stream was replaced: events up to this sequence are not delivered. */
        void beginsAfter(long sequence);

        /** Called in the order of the stream, once for each event. Events that this build cannot read are left out. */
        void receive(Delivery<E> delivery);
    }

    /** A running feed; {@link #close} ends it, and no event follows. */
    public interface Subscription extends AutoCloseable {

        /** Whether all events stored a moment ago were delivered; {@code false} while the broker is unavailable. */
        boolean isCurrent();

        @Override
        void close();
    }

    /**
     * Starts listening. Waits for a broker or a stream that is unavailable, and continues where it stopped.
     *
     * @param family the sealed interface of the publisher's events
     * @param recent number of earlier events that are delivered first
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
                        .ifPresent(read -> listener.receive(
                                new Delivery<>(sequence, EventMetadata.of(read.envelope()), read.event())));
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
