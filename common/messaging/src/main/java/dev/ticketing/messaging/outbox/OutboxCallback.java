package dev.ticketing.messaging.outbox;

import dev.ticketing.messaging.gate.DeliveryScope;
import dev.ticketing.messaging.wire.EventCodec;
import dev.ticketing.messaging.wire.Tracing;
import java.time.Clock;
import org.bson.Document;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveCallback;
import org.springframework.data.mongodb.core.mapping.event.BeforeConvertCallback;

/** Adds raised events to the document before it is saved, and passes them to the relay afterwards. */
public final class OutboxCallback implements BeforeConvertCallback<Aggregate>, AfterSaveCallback<Aggregate> {

    private final EventCodec codec;
    private final OutboxRelay relay;
    private final Tracing tracing;
    private final Clock clock;

    public OutboxCallback(EventCodec codec, OutboxRelay relay, Tracing tracing, Clock clock) {
        this.codec = codec;
        this.relay = relay;
        this.tracing = tracing;
        this.clock = clock;
    }

    @Override
    public Aggregate onBeforeConvert(Aggregate aggregate, String collection) {
        DeliveryScope.requireStillOurTurn();
        aggregate.fillOutbox(codec, tracing.traceparent(), clock.instant());
        return aggregate;
    }

    @Override
    public Aggregate onAfterSave(Aggregate aggregate, Document document, String collection) {
        relay.publish(collection, aggregate.id(), aggregate.outboxEntries());
        return aggregate;
    }
}
