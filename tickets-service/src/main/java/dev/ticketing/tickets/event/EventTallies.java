package dev.ticketing.tickets.event;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ticketing.tickets.event.ListedEvent.Tally;
import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketStatus;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveEvent;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts the tickets for sale of an event after each change of one, so that a list of events reads nothing but events.
 * Changes that come together are counted once. Each count takes a number first, and only a later number replaces a
 * count: what an earlier reader saw never overwrites what a later one saw. A sweep counts again what a crash left out.
 */
@Component
class EventTallies extends AbstractMongoEventListener<Ticket> implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(EventTallies.class);
    private static final int SWEPT = 1_000;

    private final MongoOperations mongo;
    private final Clock clock;
    private final Map<String, Boolean> waiting = new ConcurrentHashMap<>();
    private final ExecutorService counting = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("event-tallies").factory());

    EventTallies(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public void onAfterSave(AfterSaveEvent<Ticket> saved) {
        saved.getSource().concernedEvents().forEach(this::countSoon);
    }

    private void countSoon(String eventId) {
        if (waiting.putIfAbsent(eventId, true) == null) {
            counting.execute(() -> {
                waiting.remove(eventId);
                try {
                    count(eventId);
                } catch (DataAccessException e) {
                    log.warn("event={} not counted: {}", eventId, e.getMessage());
                }
            });
        }
    }

    /** After a crash between a ticket and its count. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void sweep() {
        var soon = query(where("startsAt").gt(clock.instant())).limit(SWEPT);
        mongo.find(soon, ListedEvent.class).forEach(event -> countSoon(event.id()));
    }

    private void count(String eventId) {
        var byId = query(where("_id").is(new ObjectId(eventId)));
        var numbered = mongo.findAndModify(
                byId,
                new Update().inc("changes", 1),
                FindAndModifyOptions.options().returnNew(true),
                Changes.class,
                mongo.getCollectionName(ListedEvent.class));
        if (numbered == null) {
            return;
        }
        var tally = tally(eventId, numbered.changes());
        mongo.updateFirst(
                query(where("_id").is(eventId).and("tally.counted").lt(numbered.changes())),
                Update.update("tally", tally),
                ListedEvent.class);
    }

    private record Changes(long changes) {}

    private Tally tally(String eventId, long number) {
        var forSale = query(where("details.event._id")
                .is(new ObjectId(eventId))
                .and("status")
                .is(TicketStatus.AVAILABLE));
        forSale.fields().include("priceMinor", "currency");
        var prices = mongo.find(forSale, ForSale.class, mongo.getCollectionName(Ticket.class)).stream()
                .collect(Collectors.groupingBy(ForSale::currency));
        var all = prices.values().stream().mapToLong(List::size).sum();
        return prices.entrySet().stream()
                .min(Comparator.comparing((Map.Entry<String, List<ForSale>> entry) ->
                                -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(most -> new Tally(number, all, lowest(most.getValue()), most.getKey()))
                .orElseGet(() -> new Tally(number, all, null, null));
    }

    private record ForSale(long priceMinor, String currency) {}

    private static long lowest(List<ForSale> offers) {
        return offers.stream().mapToLong(ForSale::priceMinor).min().orElseThrow();
    }

    @Override
    public void destroy() {
        counting.shutdownNow();
    }
}
