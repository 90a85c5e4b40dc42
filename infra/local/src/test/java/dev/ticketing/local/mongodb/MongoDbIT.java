package dev.ticketing.local.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.ticketing.local.process.Readiness;
import dev.ticketing.local.settings.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoDbIT {

    static {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1)); // a machine may do much else
    }

    private static final IndexOptions SPARSE_UNIQUE =
            new IndexOptions().unique(true).sparse(true);

    @TempDir
    Path folder;

    private int port;
    private Process server;
    private MongoClient client;

    @BeforeEach
    void choosePort() throws IOException {
        port = FreePort.find();
        start();
    }

    private void start() throws IOException {
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MongoDb.class.getName(),
                        String.valueOf(port),
                        folder.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await().ignoreExceptions().until(() -> Readiness.accepts(port).answers());
        client = MongoClients.create("mongodb://localhost:" + port + "/?retryWrites=false");
    }

    @AfterEach
    void kill() {
        server.destroyForcibly().onExit().join();
        client.close();
    }

    private void killAndRestart() throws IOException {
        kill();
        start();
    }

    private MongoCollection<Document> orders() {
        return client.getDatabase("orders").getCollection("orders");
    }

    private MongoCollection<Document> tickets() {
        return client.getDatabase("tickets").getCollection("tickets");
    }

    @Test
    void everyAcknowledgedWriteSurvivesKillInTheMiddle() throws Exception {
        var acknowledged = new ConcurrentHashMap<String, Integer>();
        try (var writers = Executors.newFixedThreadPool(8)) {
            for (var writer = 0; writer < 8; writer++) {
                var name = "writer-" + writer;
                writers.execute(() -> writeUntilItFails(name, acknowledged));
            }
            await().until(() -> acknowledged.size() > 2000);
            server.destroyForcibly().onExit().join();
        }
        killAndRestart();

        var found = new ConcurrentHashMap<String, Integer>();
        for (var order : orders().find()) {
            found.put(order.getString("_id"), order.getInteger("version"));
        }
        assertThat(acknowledged)
                .allSatisfy((id, version) ->
                        assertThat(found.get(id)).as(id).isNotNull().isGreaterThanOrEqualTo(version));
    }

    private void writeUntilItFails(String writer, Map<String, Integer> acknowledged) {
        try {
            for (var number = 0; ; number++) {
                var id = writer + "/" + number;
                orders().insertOne(new Document("_id", id).append("version", 0));
                acknowledged.put(id, 0);
                orders().updateOne(
                                new Document("_id", id).append("version", 0),
                                new Document("$inc", new Document("version", 1)));
                acknowledged.put(id, 1);
            }
        } catch (MongoException killed) {
            // that is what ends it
        }
    }

    @Test
    void uniqueIndexesHoldAfterRestart() throws IOException {
        orders().createIndex(new Document("ticket", 1), SPARSE_UNIQUE);
        orders().createIndex(new Document("buyer", 1).append("number", 1), new IndexOptions().unique(true));
        orders().insertOne(order("a", 1).append("ticket", "t1"));
        orders().insertOne(order("a", 2));
        killAndRestart();

        assertThatThrownBy(() -> orders().insertOne(order("b", 1).append("ticket", "t1")))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
        assertThatThrownBy(() -> orders().insertOne(order("a", 2))).hasMessageContaining("E11000");
        orders().insertOne(order("b", 2));
        assertThat(orders().countDocuments()).isEqualTo(3);
    }

    @Test
    void valueLeavesSparseIndexForGood() throws IOException {
        orders().createIndex(new Document("ticket", 1), SPARSE_UNIQUE);
        orders().insertOne(order("a", 1).append("ticket", "t1"));
        orders().updateOne(new Document("ticket", "t1"), new Document("$unset", new Document("ticket", "")));
        killAndRestart();

        orders().insertOne(order("b", 1).append("ticket", "t1"));

        assertThat(orders().find(new Document("ticket", "t1")).first()).containsEntry("buyer", "b");
    }

    @Test
    void conditionBesidesIndexIsObeyed() throws IOException {
        orders().insertOne(order("a", 1).append("_id", "o1"));
        killAndRestart();

        assertThat(numbered("o1", 2)).isNull();
        assertThat(numbered("o1", 1)).containsEntry("number", 10);
        assertThat(numbered("o1", 1)).isNull();
    }

    private Document numbered(String id, int expected) {
        return orders().findOneAndUpdate(
                        new Document("_id", id).append("number", expected),
                        new Document("$set", new Document("number", 10)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    }

    @Test
    void deletedAndDroppedStayAway() throws IOException {
        orders().insertOne(order("a", 1));
        orders().insertOne(order("b", 1));
        orders().deleteOne(new Document("buyer", "a"));
        tickets().insertOne(new Document("title", "x"));
        tickets().drop();
        killAndRestart();

        assertThat(orders().find()).extracting(order -> order.get("buyer")).containsExactly("b");
        assertThat(tickets().countDocuments()).isZero();
    }

    @Test
    void tornRecordIsIgnored() throws IOException {
        orders().insertOne(order("a", 1));
        orders().insertOne(order("b", 1));
        kill();
        var journal = folder.resolve("data/journal");
        var bytes = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(bytes, bytes.length - 3));
        start();

        assertThat(orders().find()).extracting(order -> order.get("buyer")).containsExactly("a");
    }

    @Test
    void secondServerOnTheSameDataIsRefused() {
        assertThatThrownBy(() -> MongoDb.start(0, folder.resolve("data"))).hasMessageContaining("in use");
    }

    private static Document order(String buyer, int number) {
        return new Document("buyer", buyer).append("number", number);
    }
}
