package dev.ticketing.tickets.search;

import dev.ticketing.tickets.ticket.Ticket;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterDeleteEvent;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;

/** Counts the changes of tickets by this instance. */
@Component
class TicketChanges extends AbstractMongoEventListener<Ticket> {

    private final AtomicLong count = new AtomicLong();

    @Override
    public void onAfterSave(AfterSaveEvent<Ticket> event) {
        count.incrementAndGet();
    }

    @Override
    public void onAfterDelete(AfterDeleteEvent<Ticket> event) {
        count.incrementAndGet();
    }

    long count() {
        return count.get();
    }
}
