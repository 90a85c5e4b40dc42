package dev.ticketing.simulator.world;

import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import dev.ticketing.simulator.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.Document;

/** A service's database: documents by collection, single-document atomicity, unique indexes, and nothing else. */
final class Store {

    private static final double NO_ANSWER = 0.001;
    private static final int DUPLICATE_KEY = 11000;
    private static final ServerAddress SERVER = new ServerAddress("simulated");

    /** A unique index; a sparse one ignores documents without the field. */
    record UniqueIndex(String path, boolean sparse) {}

    private final World world;
    private final String service;
    private final Map<String, Map<Object, Document>> collections = new TreeMap<>();
    private Map<String, List<UniqueIndex>> indexes = Map.of();

    Store(World world, String service) {
        this.world = world;
        this.service = service;
    }

    void index(Map<String, List<UniqueIndex>> declared) {
        indexes = declared;
    }

    Collection<Document> all(String collection) {
        return documents(collection).values();
    }

    private Map<Object, Document> documents(String collection) {
        return collections.computeIfAbsent(collection, name -> new LinkedHashMap<>());
    }

    List<Document> find(String collection, Document filter, Document sort, int limit) {
        return act(() -> "reads " + collection + " " + brief(filter), () -> {
            if (collection.equals("orders")) {
                Task.current().readAt = world.scheduler.now();
            }
            var found = select(collection, filter);
            if (sort != null && !sort.isEmpty()) {
                found = found.stream().sorted(Documents.by(sort)).toList();
            }
            return limit > 0 && found.size() > limit ? found.subList(0, limit) : found;
        });
    }

    private List<Document> select(String collection, Document filter) {
        var documents = documents(collection);
        var id = filter.get("_id");
        if (id != null && !(id instanceof Document)) {
            var document = documents.get(id);
            return document == null || !Documents.matches(document, filter) ? List.of() : List.of(document);
        }
        var found = new ArrayList<Document>();
        for (var document : documents.values()) {
            if (Documents.matches(document, filter)) {
                found.add(document);
            }
        }
        return found;
    }

    void insert(String collection, Document document) {
        act(() -> "inserts into " + collection + " " + brief(document), () -> {
            put(collection, null, document);
            return null;
        });
    }

    /** @return whether there was one */
    boolean replace(String collection, Document filter, Document replacement, boolean upsert) {
        return act(() -> "replaces in " + collection + " " + brief(replacement), () -> {
            var found = first(collection, filter);
            if (found != null || upsert) {
                var next = new Document(replacement);
                next.putIfAbsent("_id", found == null ? filter.get("_id") : found.get("_id"));
                put(collection, found, next);
            }
            return found != null;
        });
    }

    /** @return whether there was one */
    boolean update(String collection, Document filter, Document update, boolean upsert) {
        return act(() -> "updates " + collection + " " + brief(filter) + " " + brief(update), () -> {
            var found = first(collection, filter);
            if (found != null || upsert) {
                var before = found == null ? new Document("_id", filter.get("_id")) : found;
                put(collection, found, Documents.updated(before, update, found == null));
            }
            return found != null;
        });
    }

    void delete(String collection, Document filter) {
        act(() -> "deletes from " + collection + " " + brief(filter), () -> {
            documents(collection).values().removeAll(select(collection, filter));
            return null;
        });
    }

    private Document first(String collection, Document filter) {
        var found = select(collection, filter).iterator();
        return found.hasNext() ? found.next() : null;
    }

    private void put(String collection, Document before, Document after) {
        var documents = documents(collection);
        var id = after.get("_id");
        if (before == null && documents.containsKey(id)) {
            throw duplicate("_id", id);
        }
        for (var index : indexes.getOrDefault(collection, List.of())) {
            requireUnique(index, documents.values(), before, after);
        }
        documents.put(id, after);
        world.witness.written(service, collection, before, after);
    }

    private static void requireUnique(UniqueIndex index, Collection<Document> all, Document before, Document after) {
        var keys = keys(index, after);
        for (var other : keys.isEmpty() ? List.<Document>of() : all) {
            if (other != before && keys(index, other).stream().anyMatch(keys::contains)) {
                throw duplicate(index.path, keys);
            }
        }
    }

    private static List<Object> keys(UniqueIndex index, Document document) {
        var values = Documents.values(document, index.path);
        return values.isEmpty() && !index.sparse ? List.of("null") : values;
    }

    private static MongoWriteException duplicate(String path, Object key) {
        return new MongoWriteException(
                new WriteError(
                        DUPLICATE_KEY,
                        "E11000 duplicate key error index: " + path + " dup key: " + key,
                        new BsonDocument()),
                SERVER,
                Set.of());
    }

    private <T> T act(Supplier<String> what, Supplier<T> work) {
        world.step(service, what);
        if (world.happens(Fault.DATABASE, NO_ANSWER)) {
            if (world.chance.in(0.5)) {
                work.get();
            }
            world.tell(Task.current().place(), () -> "… and gets no answer");
            throw new MongoSocketReadException("no answer", SERVER);
        }
        return work.get();
    }

    private static String brief(Document document) {
        var text = document.toJson();
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
