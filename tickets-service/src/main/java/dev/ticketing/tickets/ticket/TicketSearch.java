package dev.ticketing.tickets.ticket;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.ticketing.web.Paging;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Finds tickets for sale, page by page; every shape of query has an index (see {@link Ticket}). */
@Component
class TicketSearch {

    private final MongoOperations mongo;

    TicketSearch(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Up to one ticket more than the page holds. */
    List<Ticket> find(TicketFilter filter, TicketOrder order, Paging paging) {
        var all = new ArrayList<Criteria>();
        all.add(where("status").is(TicketStatus.AVAILABLE));
        all.addAll(filter.criteria());
        if (paging.cursor() != null) {
            all.add(order.after(paging.cursor()));
        }
        if (filter.isHopeless()) {
            return List.of();
        }
        var query =
                Query.query(new Criteria().andOperator(all)).with(order.sort()).limit(paging.lookAhead());
        return mongo.find(query, Ticket.class);
    }
}
