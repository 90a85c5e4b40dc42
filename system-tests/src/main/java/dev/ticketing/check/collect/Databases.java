package dev.ticketing.check.collect;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** What the services have stored; only ever read. */
final class Databases implements AutoCloseable {

    static final String ORDERS = "orders";
    static final String TICKETS = "tickets";
    static final String PAYMENTS = "payments";

    private static final String OUTBOX_ENTRY = "outbox.0";
    private static final List<String> UNDECIDED_PAYMENTS = List.of("PENDING", "REQUIRES_ACTION", "AUTHORIZED");

    private final MongoClient mongo;

    Databases(String mongodbUri) {
        this.mongo = MongoClients.create(mongodbUri);
    }

    <T> List<T> all(String database, String collection, Function<Document, T> as) {
        return collection(database, collection).find().map(as::apply).into(new ArrayList<>());
    }

    /** By {@code noun:aggregate id}. */
    Map<String, Long> handledVersions(String database) {
        var versions = new HashMap<String, Long>();
        for (var note : collection(database, "handled_versions").find()) {
            versions.put(Documents.id(note), Documents.number(note, "version"));
        }
        return versions;
    }

    /** Aggregates with an event that is not known to be published. */
    long outboxes() {
        return count(ORDERS, "orders", exists(OUTBOX_ENTRY))
                + count(TICKETS, "tickets", exists(OUTBOX_ENTRY))
                + count(PAYMENTS, "payments", exists(OUTBOX_ENTRY));
    }

    /** Webhooks that were stored and not looked into. */
    long inbox() {
        return count(PAYMENTS, "inbox", exists("waitingSince"));
    }

    /** Orders that have to be ended now, or are just being paid. */
    long undecidedOrders(Instant now) {
        return count(ORDERS, "orders", and(in("status", "CREATED"), lte("expiresAt", Date.from(now))))
                + count(ORDERS, "orders", in("status", "AWAITING_PAYMENT"));
    }

    /** Payments that wait although the order does not any more. */
    long unsettledPayments() {
        var orderIds = collection(PAYMENTS, "payments")
                .find(in("status", UNDECIDED_PAYMENTS))
                .map(payment -> new ObjectId(payment.getString("orderId")))
                .into(new ArrayList<>());
        return orderIds.isEmpty()
                ? 0
                : count(ORDERS, "orders", and(in("_id", orderIds), in("status", "COMPLETE", "CANCELLED")));
    }

    private long count(String database, String collection, Bson filter) {
        return collection(database, collection).countDocuments(filter);
    }

    private MongoCollection<Document> collection(String database, String collection) {
        return mongo.getDatabase(database).getCollection(collection);
    }

    @Override
    public void close() {
        mongo.close();
    }
}
