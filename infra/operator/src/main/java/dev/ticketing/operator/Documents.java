package dev.ticketing.operator;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** The current state of one service's database. Shows nothing that could be used to pay. */
final class Documents implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 3;
    private static final Set<String> NOT_SHOWN = Set.of("_class", "lock", "attempt", "nextAction", "outbox");

    private final String database;
    private final MongoClient client;

    Documents(String database, String uri) {
        this.database = database;
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .build());
    }

    /**
     * The document of an aggregate in one line, or a note that there is none.
     *
     * @throws IllegalStateException if MongoDB does not respond
     */
    String describe(String collection, String id) {
        var found = first(collection, byId(id));
        if (found == null) {
            return "none";
        }
        var waiting = found.getList("outbox", Document.class, List.of()).size();
        return found.entrySet().stream()
                        .filter(field -> !NOT_SHOWN.contains(field.getKey()) && field.getValue() != null)
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining(" "))
                + " outbox=" + waiting;
    }

    /** The last version of {@code <noun>:<id>} that the service has handled; -1 for none. */
    long handledVersion(String key) {
        var handled = first("handled_versions", Filters.eq("_id", key));
        return handled != null && handled.get("version") instanceof Number version ? version.longValue() : -1;
    }

    private static Bson byId(String id) {
        return ObjectId.isValid(id) ? Filters.in("_id", new ObjectId(id), id) : Filters.eq("_id", id);
    }

    private Document first(String collection, Bson like) {
        try {
            return client.getDatabase(database)
                    .getCollection(collection)
                    .find(like)
                    .first();
        } catch (MongoException e) {
            throw new IllegalStateException(unanswered(database), e);
        }
    }

    static String unanswered(String database) {
        return "MongoDB of " + database + " does not respond";
    }

    @Override
    public void close() {
        client.close();
    }
}
