package dev.ticketing.simulator.world;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoNamespace;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.InsertOneResult;
import com.mongodb.client.result.UpdateResult;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.bson.BsonString;
import org.bson.Document;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoExceptionTranslator;

/** The MongoDB driver for Spring Data, backed by the {@link Store} of the running world. */
final class MongoFace implements MongoDatabaseFactory {

    private final String service;
    private final MongoExceptionTranslator translator = new MongoExceptionTranslator();
    private final MongoDatabase database;
    private final Map<String, MongoCollection<?>> collections = new HashMap<>();

    MongoFace(String service) {
        this.service = service;
        this.database = DriverProxies.of(MongoDatabase.class, this::database);
    }

    private Object database(String method, Object[] arguments) {
        return switch (method) {
            case "getName" -> service;
            case "getCollection" -> collections.computeIfAbsent((String) arguments[0], this::collection);
            case "getCodecRegistry" -> MongoClientSettings.getDefaultCodecRegistry();
            default -> throw DriverProxies.unknown(MongoDatabase.class, method);
        };
    }

    private MongoCollection<?> collection(String name) {
        return DriverProxies.of(MongoCollection.class, (method, arguments) -> collection(name, method, arguments));
    }

    private Object collection(String name, String method, Object[] arguments) {
        return switch (method) {
            case "getNamespace" -> new MongoNamespace(service, name);
            case "withWriteConcern", "withReadPreference", "withReadConcern" -> DriverProxies.SELF;
            case "find" -> new Query(name, arguments.length == 0 ? new Document() : (Document) arguments[0]).face();
            case "insertOne" -> insert(name, (Document) arguments[0]);
            case "replaceOne" -> {
                var upsert = ((ReplaceOptions) arguments[2]).isUpsert();
                yield result(store().replace(name, (Document) arguments[0], (Document) arguments[1], upsert));
            }
            case "updateOne" -> {
                var upsert = ((UpdateOptions) arguments[2]).isUpsert();
                yield result(store().update(name, (Document) arguments[0], (Document) arguments[1], upsert));
            }
            case "deleteMany" -> {
                store().delete(name, (Document) arguments[0]);
                yield DeleteResult.acknowledged(1);
            }
            default -> throw DriverProxies.unknown(MongoCollection.class, method);
        };
    }

    private InsertOneResult insert(String name, Document document) {
        store().insert(name, document);
        return InsertOneResult.acknowledged(new BsonString(String.valueOf(document.get("_id"))));
    }

    private static UpdateResult result(boolean matched) {
        return UpdateResult.acknowledged(matched ? 1 : 0, matched ? 1L : 0L, null);
    }

    private Store store() {
        return Task.current().world.store(service);
    }

    private final class Query {

        private final String collection;
        private final Document filter;
        private Document sort;
        private int limit;

        Query(String collection, Document filter) {
            this.collection = collection;
            this.filter = filter;
        }

        FindIterable<?> face() {
            return DriverProxies.of(FindIterable.class, this::answer);
        }

        private Object answer(String method, Object[] arguments) {
            switch (method) {
                case "projection", "batchSize" -> {}
                case "sort" -> sort = (Document) arguments[0];
                case "limit" -> limit = (int) arguments[0];
                case "first" -> {
                    limit = 1;
                    return run().stream().findFirst().orElse(null);
                }
                case "iterator", "cursor" -> {
                    return cursor(run().iterator());
                }
                default -> throw DriverProxies.unknown(FindIterable.class, method);
            }
            return DriverProxies.SELF;
        }

        private List<Document> run() {
            return store().find(collection, filter, sort, limit);
        }

        private static MongoCursor<?> cursor(Iterator<Document> found) {
            return DriverProxies.of(MongoCursor.class, (method, arguments) -> switch (method) {
                case "hasNext" -> found.hasNext();
                case "next" -> found.next();
                case "available" -> 0;
                case "close" -> null;
                default -> throw DriverProxies.unknown(MongoCursor.class, method);
            });
        }
    }

    @Override
    public MongoDatabase getMongoDatabase() {
        return database;
    }

    @Override
    public MongoDatabase getMongoDatabase(String name) {
        return database;
    }

    @Override
    public PersistenceExceptionTranslator getExceptionTranslator() {
        return translator;
    }

    @Override
    public ClientSession getSession(ClientSessionOptions options) {
        throw new UnsupportedOperationException("sessions");
    }

    @Override
    public MongoDatabaseFactory withSession(ClientSession session) {
        throw new UnsupportedOperationException("sessions");
    }
}
