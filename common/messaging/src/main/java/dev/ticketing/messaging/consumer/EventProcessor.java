package dev.ticketing.messaging.consumer;

import dev.ticketing.events.Event;
import dev.ticketing.messaging.Arrivals;
import dev.ticketing.messaging.EventMetadata;
import dev.ticketing.messaging.gate.DeliveryScope;
import dev.ticketing.messaging.gate.DeliveryScope.Superseded;
import dev.ticketing.messaging.gate.HandledVersions;
import dev.ticketing.messaging.wire.Envelope;
import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.MalformedEvent;
import java.util.List;
import java.util.Map;

/**
 * Handles one event of one consumer: checks the gate, calls the handlers, moves the gate. Independent of the broker.
 */
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
    private final Arrivals arrivals;

    EventProcessor(
            Map<Class<? extends Event>, List<HandlerMethod>> handlers,
            HandledVersions handled,
            EventCodec codec,
            Arrivals arrivals) {
        this.handlers = handlers;
        this.handled = handled;
        this.codec = codec;
        this.arrivals = arrivals;
    }

    /** Returns once the event's effect is written. Throws the exception of a handler, or {@link MalformedEvent}. */
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
        arrivals.arrived(envelope.subject());
        return methods.isEmpty() ? Outcome.SKIPPED : Outcome.HANDLED;
    }
}
