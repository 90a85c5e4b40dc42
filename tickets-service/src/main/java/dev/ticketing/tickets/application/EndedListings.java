package dev.ticketing.tickets.application;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the listings whose event has begun. Until then orders-service already refuses to reserve them, by its own clock
 * (ADR 0033).
 */
@Component
class EndedListings {

    private static final Logger log = LoggerFactory.getLogger(EndedListings.class);
    private static final String START = "details.event.startsAt";
    private static final int AT_ONCE = 1_000;

    private final MongoOperations mongo;
    private final TicketService tickets;
    private final Clock clock;

    EndedListings(MongoOperations mongo, TicketService tickets, Clock clock) {
        this.mongo = mongo;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** The next sweep continues if there are very many. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        var begun = begunBy(clock.instant());
        begun.forEach(ticket -> tickets.end(ticket.id()));
        if (!begun.isEmpty()) {
            log.info("listings={} ended because their event has begun", begun.size());
        }
    }

    private List<Ticket> begunBy(Instant now) {
        return mongo.find(
                Query.query(where("status")
                                .is(TicketStatus.AVAILABLE)
                                .and(START)
                                .lte(now))
                        .with(Sort.by(START))
                        .limit(AT_ONCE),
                Ticket.class);
    }
}
