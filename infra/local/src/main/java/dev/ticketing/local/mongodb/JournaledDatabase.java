package dev.ticketing.local.mongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;

/** Keeps documents and index definitions in the store; the indexes themselves are built anew at start. */
final class JournaledDatabase extends AbstractSynchronizedMongoDatabase<Long> {

    private final JournaledStore store;

    JournaledDatabase(String name, CursorRegistry cursors, JournaledStore store) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<Long> openOrCreateCollection(String name, CollectionOptions options) {
        return new JournaledCollection(this, name, options, cursorRegistry, store);
    }

    @Override
    protected Index<Long> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(name, keys, sparse);
    }

    @Override
    protected long getFileSize() {
        return 0;
    }

    @Override
    protected long getStorageSize() {
        return 0;
    }
}
