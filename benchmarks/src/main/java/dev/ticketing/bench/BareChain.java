package dev.ticketing.bench;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import dev.ticketing.suite.Addresses;
import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bson.Document;
import org.bson.types.ObjectId;

/** The least that listing and reserving need, on the suite's own database and broker: the drivers without a framework. */
final class BareChain implements AutoCloseable {

    private static final String STREAM = "BENCH";
    private static final String SUBJECT = "bench.listed";
    private static final String TAKEN = "taken";

    private final MongoClient mongo;
    private final MongoCollection<Document> owners;
    private final MongoCollection<Document> replicas;
    private final Connection nats;
    private final JetStream jetStream;
    private final ConcurrentMap<String, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();

    BareChain(Addresses addresses) throws Exception {
        mongo = MongoClients.create(addresses.mongodbUri());
        owners = mongo.getDatabase("bench").getCollection("owners");
        replicas = mongo.getDatabase("bench").getCollection("replicas");
        owners.insertOne(new Document("_id", TAKEN));
        nats = Nats.connect(addresses.natsUrlWithUser());
        nats.jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name(STREAM)
                        .subjects(SUBJECT)
                        .storageType(StorageType.File)
                        .build());
        jetStream = nats.jetStream();
        jetStream.subscribe(
                SUBJECT,
                nats.createDispatcher(),
                this::received,
                true,
                PushSubscribeOptions.builder().build());
    }

    void insert() {
        owners.insertOne(ticket(new ObjectId().toHexString()));
    }

    void insertTaken() {
        try {
            owners.insertOne(new Document("_id", TAKEN));
        } catch (MongoWriteException duplicate) {
            return;
        }
        throw new IllegalStateException("a key was inserted twice");
    }

    /** Insert, publish, deliver, upsert. */
    void roundTrip() throws Exception {
        var id = new ObjectId().toHexString();
        var done = new CompletableFuture<Void>();
        awaited.put(id, done);
        owners.insertOne(ticket(id));
        jetStream.publish(SUBJECT, id.getBytes(StandardCharsets.UTF_8));
        done.get();
    }

    private void received(Message message) {
        var id = new String(message.getData(), StandardCharsets.UTF_8);
        replicas.replaceOne(new Document("_id", id), ticket(id), new ReplaceOptions().upsert(true));
        awaited.remove(id).complete(null);
    }

    private static Document ticket(String id) {
        return new Document("_id", id)
                .append("title", "A seat")
                .append("priceMinor", 2_000L)
                .append("version", 0L);
    }

    @Override
    public void close() throws IOException, JetStreamApiException {
        nats.jetStreamManagement().deleteStream(STREAM);
        try {
            nats.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        mongo.getDatabase("bench").drop();
        mongo.close();
    }
}
