package dev.ticketing.local.mongodb;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents in memory in the order of their insertion; every change of one also goes to the store's journal. */
final class JournaledCollection extends AbstractSynchronizedMongoCollection<Long> {

    private final SortedMap<Long, Document> documents;
    private final JournaledStore store;
    private long dataSize;

    JournaledCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            JournaledStore store) {
        super(database, name, options, cursors);
        this.store = store;
        this.documents = store.open(getFullName());
    }

    @Override
    protected Long addDocumentInternal(Document document) {
        var position = documents.isEmpty() ? 0L : documents.lastKey() + 1;
        documents.put(position, document);
        store.saved(getFullName(), position, document);
        return position;
    }

    @Override
    protected void handleUpdate(Long position, Document oldDocument, Document newDocument) {
        documents.put(position, newDocument);
        store.saved(getFullName(), position, newDocument);
    }

    @Override
    protected void removeDocument(Long position) {
        documents.remove(position);
        store.removed(getFullName(), position);
    }

    @Override
    public void drop() {
        super.drop();
        documents.clear();
        store.dropped(getFullName());
    }

    @Override
    public void renameTo(MongoDatabase newDatabase, String newName) {
        throw new UnsupportedOperationException(
                "cannot rename " + getFullName() + " (expected: collections keep names)");
    }

    /** The library scans whenever there are conditions besides an index's own; here the index narrows it down first. */
    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        for (var index : getIndexes()) {
            var part = new Document();
            index.getKeys().stream()
                    .map(IndexKey::getKey)
                    .filter(query::containsKey)
                    .forEach(key -> part.put(key, query.get(key)));
            if (index.canHandle(part)) {
                return matchDocuments(query, index.getPositions(part), orderBy, skip, limit, batchSize, fields);
            }
        }
        return super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        var ordered = isNaturalDescending(orderBy) ? new TreeMap<>(documents).descendingMap() : documents;
        return matchDocumentsFromStream(ordered.values().stream(), query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream().map(JournaledCollection::withPosition);
    }

    private static DocumentWithPosition<Long> withPosition(Map.Entry<Long, Document> entry) {
        return new DocumentWithPosition<>(entry.getValue(), entry.getKey());
    }

    @Override
    protected @Nullable Document getDocument(Long position) {
        return documents.get(position);
    }

    @Override
    public synchronized int count() {
        return documents.size();
    }

    @Override
    protected void updateDataSize(int delta) {
        dataSize += delta;
    }

    @Override
    protected int getDataSize() {
        return Math.toIntExact(dataSize);
    }
}
