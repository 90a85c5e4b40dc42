package dev.ticketing.local.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every collection's documents by position, read from the journal at start and written to it from then on. */
final class JournaledStore implements AutoCloseable {

    private final Map<String, SortedMap<Long, Document>> collections = new HashMap<>();
    private final Journal journal;

    JournaledStore(Journal journal) {
        this.journal = journal;
        journal.replay(this::apply);
        journal.rewrite(content());
    }

    private void apply(Document change) {
        var collection = Objects.requireNonNull((String) change.get("in"));
        if (change.containsKey("document")) {
            open(collection).put((Long) change.get("at"), (Document) change.get("document"));
        } else if (change.containsKey("at")) {
            open(collection).remove((Long) change.get("at"));
        } else {
            collections.remove(collection);
        }
    }

    private Stream<Document> content() {
        return collections.entrySet().stream()
                .flatMap(collection -> collection.getValue().entrySet().stream()
                        .map(entry -> saving(collection.getKey(), entry.getKey(), entry.getValue())));
    }

    /** {@code database.collection} of everything that is kept. */
    Set<String> databases() {
        return collections.keySet().stream()
                .map(name -> name.substring(0, name.indexOf('.')))
                .collect(Collectors.toSet());
    }

    synchronized SortedMap<Long, Document> open(String collection) {
        return collections.computeIfAbsent(collection, name -> new TreeMap<>());
    }

    synchronized void saved(String collection, long position, Document document) {
        journal.append(saving(collection, position, document));
    }

    private static Document saving(String collection, long position, Document document) {
        return new Document("in", collection).append("at", position).append("document", document);
    }

    synchronized void removed(String collection, long position) {
        journal.append(new Document("in", collection).append("at", position));
    }

    synchronized void dropped(String collection) {
        collections.remove(collection);
        journal.append(new Document("in", collection));
    }

    synchronized void commit() {
        journal.commit();
        if (journal.hasOutgrownItsContent()) {
            journal.rewrite(content());
        }
    }

    @Override
    public synchronized void close() {
        journal.close();
    }
}
