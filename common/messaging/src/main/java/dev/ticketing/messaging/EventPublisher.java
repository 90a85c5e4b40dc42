package dev.ticketing.messaging;

import dev.ticketing.events.Event;
import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.EventStream;
import dev.ticketing.messaging.wire.Tracing;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

/** Publishes the events of a service that has no aggregates and therefore no outbox. */
public final class EventPublisher {

    private final EventStream stream;
    private final EventCodec codec;
    private final Tracing tracing;
    private final Clock clock;

    EventPublisher(EventStream stream, EventCodec codec, Tracing tracing, Clock clock) {
        this.stream = stream;
        this.codec = codec;
        this.tracing = tracing;
        this.clock = clock;
    }

    /**
     * Returns once the server has stored the event. The same event and version may be published again; within ten
     * minutes the server drops the duplicate.
     *
     * @throws NotPublished if the server did not confirm in time; it may have stored the event nevertheless
     */
    public void publish(Event event, long version) {
        try {
            stream.publish(codec.message(event, version, tracing.traceparent(), clock.instant()))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPublished(event, e);
        } catch (ExecutionException e) {
            throw new NotPublished(event, Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    public static final class NotPublished extends RuntimeException {

        NotPublished(Event event, Throwable cause) {
            super(event + " not confirmed by the broker: " + cause.getMessage(), cause);
        }
    }
}
