package dev.ticketing.local.mongodb;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/**
 * Runs one command at a time and journals what it changed before its reply. The turns also make a reply a snapshot:
 * mongo-java-server answers with the live documents, which another connection may be changing while they are encoded.
 */
final class JournaledBackend extends AbstractMongoBackend {

    private final JournaledStore store;

    JournaledBackend(JournaledStore store) {
        this.store = store;
        store.databases().forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new JournaledDatabase(name, getCursorRegistry(), store);
    }

    @Override
    public synchronized Document handleCommand(Channel channel, String database, String command, Document query) {
        try {
            return super.handleCommand(channel, database, command, query).cloneDeeply();
        } finally {
            // also after a failure: what it had changed by then is in memory
            store.commit();
        }
    }

    @Override
    public synchronized void close() {
        super.close();
        store.close();
    }
}
