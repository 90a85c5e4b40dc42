package dev.ticketing.orders.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.events.TicketEvent.TicketCreated;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import org.junit.jupiter.api.Test;

class TicketTest {

    private final Ticket ticket = new Ticket("t");

    @Test
    void replicaAppliesNewerEvents() {
        ticket.apply(new TicketCreated("t", "Old title", 100, "usd", "seller", "available"), 0);
        ticket.apply(new TicketUpdated("t", "New title", 200, "usd", "seller", "withdrawn", null), 1);

        assertThat(ticket.title()).isEqualTo("New title");
        assertThat(ticket.priceMinor()).isEqualTo(200);
        assertThat(ticket.version()).isEqualTo(1);
        assertThat(ticket.isWithdrawn()).isTrue();
    }

    @Test
    void replicaKeepsWhatIsNewer() {
        ticket.apply(new TicketUpdated("t", "New title", 200, "usd", "seller", "available", null), 1);
        ticket.apply(new TicketCreated("t", "Old title", 100, "usd", "seller", "available"), 0);

        assertThat(ticket.title()).isEqualTo("New title");
        assertThat(ticket.version()).isEqualTo(1);
    }
}
