package dev.ticketing.messaging;

import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.TicketReference;
import dev.ticketing.messaging.outbox.Aggregate;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.mapping.Document;

/** An aggregate that only raises events. */
@Document("journeys")
public class Journey extends Aggregate {

    Journey() {}

    private Journey(String id) {
        super(id);
    }

    public static Journey begin() {
        var journey = new Journey(new ObjectId().toHexString());
        journey.step("begin");
        return journey;
    }

    public void step(String reason) {
        raise(new OrderCancelled(id(), reason, new TicketReference(id())));
    }
}
