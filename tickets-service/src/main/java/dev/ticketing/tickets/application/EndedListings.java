package dev.ticketing.tickets.application;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private static final int AT_ONCE = 500;
    /** Listings of nearer events may be added meanwhile. */
    private static final Duration HORIZON = Duration.ofSeconds(10);

    private final MongoOperations mongo;
    private final TicketService tickets;
    private final Clock clock;
    private Instant lastSweep = Instant.MAX;
    private Instant nextSweep = Instant.MIN;

    EndedListings(MongoOperations mongo, TicketService tickets, Clock clock) {
        this.mongo = mongo;
        this.tickets = tickets;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void sweep() {
        var now = clock.instant();
        var isSetBack = now.isBefore(lastSweep);
        if (now.isBefore(nextSweep) && !isSetBack) {
            return;
        }
        var begun = begunBy(now);
        begun.forEach(ticket -> tickets.end(ticket.id()));
        if (!begun.isEmpty()) {
            log.info("listings={} ended because their event has begun", begun.size());
        }
        lastSweep = now;
        nextSweep = begun.size() == AT_ONCE ? now : now.plus(HORIZON);
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
