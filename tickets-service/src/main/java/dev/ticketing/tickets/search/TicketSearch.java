package dev.ticketing.tickets.search;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketStatus;
import dev.ticketing.web.input.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Finds tickets on sale, page by page; every kind of query has an index (see {@link Ticket}). */
@Component
public class TicketSearch {

    private final MongoOperations mongo;

    TicketSearch(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Up to one ticket more than the page holds. */
    public List<Ticket> find(TicketFilter filter, TicketOrder order, Paging paging) {
        var query = query(filter, order, paging);
        return filter.isHopeless() ? List.of() : mongo.find(query, Ticket.class);
    }

    public static Query query(TicketFilter filter, TicketOrder order, Paging paging) {
        var all = forSale(filter);
        all.addAll(order.criteria());
        if (paging.cursor() != null) {
            all.add(order.after(paging.cursor()));
        }
        return Query.query(new Criteria().andOperator(all)).with(order.sort()).limit(paging.lookAhead());
    }

    /**
     * The number on all pages.
     *
     * @param found on this page, which may be the only one
     */
    public Total total(TicketFilter filter, Paging paging, List<Ticket> found) {
        if (paging.cursor() == null && found.size() <= paging.limit()) {
            return new Total(found.size());
        }
        return new Total(filter.isHopeless() ? 0 : count(filter));
    }

    /** Reads ids from the index: an aggregation would be no faster, and the embedded server would scan for it. */
    private long count(TicketFilter filter) {
        var count = new LongAdder();
        var ids = countQuery(filter);
        ids.fields().include("_id");
        mongo.executeQuery(ids, mongo.getCollectionName(Ticket.class), id -> count.increment());
        return count.sum();
    }

    public static Query countQuery(TicketFilter filter) {
        return Query.query(new Criteria().andOperator(forSale(filter))).limit(Total.COUNTED + 1);
    }

    private static List<Criteria> forSale(TicketFilter filter) {
        var all = new ArrayList<Criteria>();
        all.add(where("status").is(TicketStatus.AVAILABLE));
        all.addAll(filter.criteria());
        return all;
    }

    /** At most {@link #COUNTED}, so that it costs the same whatever the number. */
    public record Total(long count) {

        static final int COUNTED = 1_000;

        /** The number, or {@code 1000+}. */
        @Override
        public String toString() {
            return count > COUNTED ? COUNTED + "+" : Long.toString(count);
        }
    }
}
