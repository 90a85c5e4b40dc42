package dev.ticketing.check.collect;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static java.util.stream.Collectors.toMap;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import dev.ticketing.check.evidence.KeyedEffect;
import dev.ticketing.suite.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** Everything the services have stored; read only. */
final class Databases implements AutoCloseable {

    static final String ORDERS = databaseOf("orders-service");
    static final String TICKETS = databaseOf("tickets-service");
    static final String PAYMENTS = databaseOf("payments-service");

    private static final String AUTH = databaseOf("auth-service");

    private static final Map<String, List<String>> UNIQUE = Map.of(
            ORDERS + ".orders", List.of("activeTicketId", "madeBy"),
            TICKETS + ".tickets", List.of("madeBy"),
            PAYMENTS + ".payments", List.of("orderId", "stripeId"),
            PAYMENTS + ".answers", List.of("madeBy"),
            AUTH + ".users", List.of("email", "madeBy"));

    private static final Map<String, String> KEYED =
            Map.of(AUTH, "users", TICKETS, "tickets", ORDERS, "orders", PAYMENTS, "answers");
    private static final String OUTBOX_ENTRY = "outbox.0";
    private static final List<String> UNDECIDED_PAYMENTS = List.of("PENDING", "REQUIRES_ACTION", "AUTHORIZED");

    private final MongoClient mongo;

    Databases(String mongodbUri) {
        this.mongo = MongoClients.create(mongodbUri);
    }

    private static String databaseOf(String service) {
        return Service.named(service).database().orElseThrow();
    }

    /** @param unreadable receives documents that cannot be converted */
    <T> List<T> all(String database, String collection, Function<Document, T> as, Consumer<String> unreadable) {
        var all = new ArrayList<T>();
        for (var document : collection(database, collection).find()) {
            try {
                all.add(as.apply(document));
            } catch (Documents.Unreadable | ClassCastException e) {
                unreadable.accept(
                        "%s.%s %s: %s".formatted(database, collection, Documents.id(document), e.getMessage()));
            }
        }
        return all;
    }

    /** Ids of all accounts. */
    Set<String> accounts() {
        var ids = new HashSet<String>();
        collection(AUTH, "users")
                .find()
                .projection(Projections.include("_id"))
                .map(Documents::id)
                .into(ids);
        return ids;
    }

    /** The effects of requests with a key. */
    List<KeyedEffect> keyedEffects() {
        var effects = new ArrayList<KeyedEffect>();
        KEYED.forEach((database, name) -> collection(database, name)
                .find(exists("madeBy"))
                .projection(Projections.include("madeBy"))
                .map(made -> new KeyedEffect(database + "." + name, Documents.id(made), made.getString("madeBy")))
                .into(effects));
        return effects;
    }

    /** Missing unique indexes. */
    Set<String> missingIndexes() {
        var missing = new TreeSet<String>();
        UNIQUE.forEach((path, fields) -> {
            var collection = collection(path.substring(0, path.indexOf('.')), path.substring(path.indexOf('.') + 1));
            var unique = new HashSet<String>();
            for (var index : collection.listIndexes()) {
                if (Boolean.TRUE.equals(index.getBoolean("unique"))) {
                    unique.addAll(index.get("key", Document.class).keySet());
                }
            }
            fields.stream().filter(field -> !unique.contains(field)).forEach(field -> missing.add(path + "." + field));
        });
        return missing;
    }

    /** By service, and by {@code noun:aggregate id}; a service without a database notes nothing. */
    Map<String, Map<String, Long>> handledVersions() {
        return Service.all().stream()
                .filter(service -> !service.listensTo().isEmpty())
                .filter(service -> service.database().isPresent())
                .collect(toMap(
                        Service::name,
                        service -> handledVersions(service.database().get())));
    }

    private Map<String, Long> handledVersions(String database) {
        var versions = new HashMap<String, Long>();
        for (var note : collection(database, "handled_versions").find()) {
            versions.put(Documents.id(note), Documents.number(note, "version"));
        }
        return versions;
    }

    /** Aggregates with an event that may not be published. */
    List<String> outboxes() {
        return Stream.of(
                        ids(ORDERS, "orders", exists(OUTBOX_ENTRY)),
                        ids(TICKETS, "tickets", exists(OUTBOX_ENTRY)),
                        ids(PAYMENTS, "payments", exists(OUTBOX_ENTRY)))
                .flatMap(List::stream)
                .toList();
    }

    /** Webhooks that are stored and not processed. */
    List<String> inbox() {
        return ids(PAYMENTS, "inbox", exists("waitingSince"));
    }

    /** Orders that must end now, or are being paid. */
    List<String> undecidedOrders(Instant now) {
        return Stream.of(
                        ids(ORDERS, "orders", and(in("status", "CREATED"), lte("expiresAt", Date.from(now)))),
                        ids(ORDERS, "orders", in("status", "AWAITING_PAYMENT")))
                .flatMap(List::stream)
                .toList();
    }

    /** Orders whose payment is unsettled although they are decided. */
    List<String> unsettledPayments() {
        var orderIds = new ArrayList<Object>();
        for (var payment : collection(PAYMENTS, "payments").find(in("status", UNDECIDED_PAYMENTS))) {
            var orderId = String.valueOf(payment.get("orderId"));
            orderIds.add(ObjectId.isValid(orderId) ? new ObjectId(orderId) : orderId);
        }
        return orderIds.isEmpty()
                ? List.of()
                : ids(ORDERS, "orders", and(in("_id", orderIds), in("status", "COMPLETE", "CANCELLED")));
    }

    /** Every document of every service, by its location. */
    Map<String, String> snapshot() {
        var documents = new HashMap<String, String>();
        for (var database : List.of(AUTH, TICKETS, ORDERS, PAYMENTS)) {
            for (var collection : mongo.getDatabase(database).listCollectionNames()) {
                for (var document : collection(database, collection).find()) {
                    var place = "%s.%s %s".formatted(database, collection, Documents.id(document));
                    documents.put(place, document.toString());
                }
            }
        }
        return documents;
    }

    private List<String> ids(String database, String collection, Bson filter) {
        return collection(database, collection)
                .find(filter)
                .projection(Projections.include("_id"))
                .map(Documents::id)
                .into(new ArrayList<>());
    }

    private MongoCollection<Document> collection(String database, String collection) {
        return mongo.getDatabase(database).getCollection(collection);
    }

    @Override
    public void close() {
        mongo.close();
    }
}
