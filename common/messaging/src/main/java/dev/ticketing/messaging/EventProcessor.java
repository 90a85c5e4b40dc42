package dev.ticketing.messaging;

import dev.ticketing.events.Event;
import dev.ticketing.messaging.DeliveryScope.Superseded;
import java.util.List;
import java.util.Map;

/** What happens to one event of one consumer: gate, handlers, gate moved on. Knows nothing of the broker. */
final class EventProcessor {

    enum Outcome {
        HANDLED,
        STALE,
        GAP,
        SKIPPED
    }

    private final Map<Class<? extends Event>, List<HandlerMethod>> handlers;
    private final HandledVersions handled;
    private final EventCodec codec;

    EventProcessor(
            Map<Class<? extends Event>, List<HandlerMethod>> handlers, HandledVersions handled, EventCodec codec) {
        this.handlers = handlers;
        this.handled = handled;
        this.codec = codec;
    }

    /** Returns once the event's effect is written; throws what a handler threw, or {@link MalformedEvent}. */
    Outcome process(byte[] message) {
        var envelope = codec.envelope(message);
        return switch (handled.verdict(envelope)) {
            case STALE -> Outcome.STALE;
            case GAP -> Outcome.GAP;
            case APPLY -> apply(envelope);
        };
    }

    private Outcome apply(Envelope envelope) {
        var event = codec.event(envelope);
        var methods = event.map(known -> handlers.getOrDefault(known.getClass(), List.of()))
                .orElse(List.of());
        try {
            methods.forEach(method -> DeliveryScope.run(
                    handled, envelope, () -> method.invoke(event.orElseThrow(), EventMetadata.of(envelope))));
        } catch (Superseded e) {
            return Outcome.STALE;
        }
        handled.advance(envelope);
        return methods.isEmpty() ? Outcome.SKIPPED : Outcome.HANDLED;
    }
}
