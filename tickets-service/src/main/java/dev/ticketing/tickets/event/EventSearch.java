package dev.ticketing.tickets.event;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.ticketing.web.input.InvalidInput;
import dev.ticketing.web.input.Paging;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Finds events that have not begun, soonest first, page by page. */
@Component
public class EventSearch {

    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,12})-([0-9a-f]{24})");

    private final MongoOperations mongo;
    private final Clock clock;

    EventSearch(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Up to one event more than the page holds. */
    public List<ListedEvent> find(EventFilter filter, Paging paging) {
        var wanted = filter.criteria(clock.instant());
        if (paging.cursor() != null) {
            wanted.add(after(paging.cursor()));
        }
        var query = Query.query(new Criteria().andOperator(wanted))
                .with(Sort.by("startsAt", "id"))
                .limit(paging.lookAhead());
        return filter.isHopeless() ? List.of() : mongo.find(query, ListedEvent.class);
    }

    /** Starts are in whole seconds. */
    public static String cursorOf(ListedEvent event) {
        return event.startsAt().getEpochSecond() + "-" + event.id();
    }

    private static Criteria after(String cursor) {
        var parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            throw new InvalidInput("cursor", "cursor must come from the link on the previous page");
        }
        var start = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        var later = new Criteria()
                .orOperator(
                        where("startsAt").gt(start),
                        new Criteria()
                                .andOperator(
                                        where("startsAt").is(start), where("id").gt(parts.group(2))));
        return new Criteria().andOperator(where("startsAt").gte(start), later);
    }
}
