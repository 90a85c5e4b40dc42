package dev.ticketing.orders.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.events.TicketEvent.TicketCreated;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.ServiceTest;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class TicketReplicaIT {

    private static final String TICKETS = "orders-service-tickets";

    @Autowired
    Broker broker;

    @Autowired
    Tickets tickets;

    private final String id = new ObjectId().toHexString();
    private final TicketCreated created = new TicketCreated(id, "Front row", 1999, "usd", "seller", "available");
    private final TicketUpdated updated =
            new TicketUpdated(id, "Second row", 999, "usd", "seller", "reserved", "order");

    @Test
    void replicaFollowsTheTicket() {
        broker.publish(created, 0);
        broker.publish(updated, 1);

        broker.awaitSettled(TICKETS);

        assertThat(replica().title()).isEqualTo("Second row");
        assertThat(replica().version()).isEqualTo(1);
    }

    @Test
    void eventsInTheWrongOrderEndTheSame() {
        broker.publish(updated, 1);
        broker.publish(created, 0);

        broker.awaitSettled(TICKETS);

        assertThat(replica().title()).isEqualTo("Second row");
    }

    @Test
    void repeatedEventsChangeNothing() {
        broker.publish(created, 0);
        broker.publish(updated, 1);
        broker.publishAgain(created, 0);
        broker.publishAgain(updated, 1);

        broker.awaitSettled(TICKETS);

        assertThat(replica().title()).isEqualTo("Second row");
        assertThat(replica().version()).isEqualTo(1);
    }

    private Ticket replica() {
        return tickets.findById(id).orElseThrow();
    }
}
