package dev.ticketing.tickets.application;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.project;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ticketing.tickets.application.TicketView.SellerView;
import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketStatus;
import dev.ticketing.web.input.Paging;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.bson.types.ObjectId;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The tickets of one seller, of every status. */
@Component
class Selling {

    private static final int MOST_COUNTED = 1_000;

    private final MongoOperations mongo;

    Selling(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Newest first, up to one ticket more than the page holds. */
    List<Ticket> find(String userId, Collection<TicketStatus> statuses, Paging paging) {
        var wanted = where("userId").is(userId).and("status").in(statuses);
        if (paging.idCursor() != null) {
            wanted = wanted.and("id").lt(paging.idCursor());
        }
        return mongo.find(
                query(wanted).with(Sort.by(Sort.Direction.DESC, "id")).limit(paging.lookAhead()), Ticket.class);
    }

    /** The id of a user contains the time when it was made. */
    SellerView seller(String userId) {
        var since = ObjectId.isValid(userId)
                ? YearMonth.from(new ObjectId(userId).getDate().toInstant().atOffset(ZoneOffset.UTC))
                : YearMonth.from(Instant.EPOCH.atOffset(ZoneOffset.UTC));
        var sold = query(where("userId").is(userId).and("status").is(TicketStatus.SOLD))
                .limit(MOST_COUNTED);
        return new SellerView(since.toString(), mongo.count(sold, Ticket.class));
    }

    /** The sum of the tickets of one status and currency. */
    record Total(TicketStatus status, String currency, long count, long sumMinor) {}

    List<Total> totals(String userId) {
        var sums = newAggregation(
                Ticket.class,
                match(where("userId").is(userId)),
                group("status", "currency")
                        .count()
                        .as("count")
                        .sum("priceMinor")
                        .as("sumMinor"),
                project("status", "currency", "count", "sumMinor").andExclude("_id"));
        return mongo.aggregate(sums, Total.class).getMappedResults();
    }
}
