package dev.ticketing.check.collect;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import dev.ticketing.check.evidence.KeyedEffect;
import java.time.Duration;
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

/** What the services have stored; only ever read. */
final class Databases implements AutoCloseable {

    static final String ORDERS = "orders";
    static final String TICKETS = "tickets";
    static final String PAYMENTS = "payments";

    private static final String AUTH = "auth";

    private static final Map<String, List<String>> UNIQUE = Map.of(
            "orders.orders", List.of("activeTicketId", "creation.key"),
            "tickets.tickets", List.of("creation.key"),
            "payments.payments", List.of("orderId", "stripeId"),
            "auth.users", List.of("email", "creation.key"));

    private static final Duration KEYS_ARE_REMEMBERED = Duration.ofHours(24);
    private static final String OUTBOX_ENTRY = "outbox.0";
    private static final List<String> UNDECIDED_PAYMENTS = List.of("PENDING", "REQUIRES_ACTION", "AUTHORIZED");

    private final MongoClient mongo;

    Databases(String mongodbUri) {
        this.mongo = MongoClients.create(mongodbUri);
    }

    /** @param unreadable told of what is none of them */
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

    /** Ids of all who have signed up. */
    Set<String> accounts() {
        var ids = new HashSet<String>();
        collection(AUTH, "users")
                .find()
                .projection(Projections.include("_id"))
                .map(Documents::id)
                .into(ids);
        return ids;
    }

    /** What requests with a key have made; the key of a payment's request is in a list of its payment. */
    List<KeyedEffect> keyedEffects() {
        var effects = new ArrayList<KeyedEffect>();
        for (var made : List.of(List.of(AUTH, "users"), List.of(TICKETS, "tickets"), List.of(ORDERS, "orders"))) {
            for (var document : keyed(made.getFirst(), made.getLast(), "creation.key")) {
                effects.add(effect(made, document, document.get("creation", Document.class)));
            }
        }
        for (var payment : keyed(PAYMENTS, "payments", "requests.key")) {
            payment.getList("requests", Document.class).stream()
                    .filter(Databases::isRemembered)
                    .forEach(request -> effects.add(effect(List.of(PAYMENTS, "payments"), payment, request)));
        }
        return effects;
    }

    private Iterable<Document> keyed(String database, String collection, String key) {
        return collection(database, collection)
                .find(exists(key))
                .projection(Projections.include(key.substring(0, key.indexOf('.'))));
    }

    private static boolean isRemembered(Document request) {
        return !(request.get("at") instanceof Date at)
                || at.toInstant().plus(KEYS_ARE_REMEMBERED).isAfter(Instant.now());
    }

    private static KeyedEffect effect(List<String> collection, Document made, Document request) {
        return new KeyedEffect(String.join(".", collection), Documents.id(made), request.getString("key"));
    }

    /** Unique indexes that are not there. */
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

    /** By {@code noun:aggregate id}. */
    Map<String, Long> handledVersions(String database) {
        var versions = new HashMap<String, Long>();
        for (var note : collection(database, "handled_versions").find()) {
            versions.put(Documents.id(note), Documents.number(note, "version"));
        }
        return versions;
    }

    /** Aggregates with an event that is not known to be published. */
    List<String> outboxes() {
        return Stream.of(
                        ids(ORDERS, "orders", exists(OUTBOX_ENTRY)),
                        ids(TICKETS, "tickets", exists(OUTBOX_ENTRY)),
                        ids(PAYMENTS, "payments", exists(OUTBOX_ENTRY)))
                .flatMap(List::stream)
                .toList();
    }

    /** Webhooks that were stored and not looked into. */
    List<String> inbox() {
        return ids(PAYMENTS, "inbox", exists("waitingSince"));
    }

    /** Orders that have to be ended now, or are just being paid. */
    List<String> undecidedOrders(Instant now) {
        return Stream.of(
                        ids(ORDERS, "orders", and(in("status", "CREATED"), lte("expiresAt", Date.from(now)))),
                        ids(ORDERS, "orders", in("status", "AWAITING_PAYMENT")))
                .flatMap(List::stream)
                .toList();
    }

    /** Orders whose payment waits although they do not any more. */
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

    /** Every document of every service, by its place. */
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
