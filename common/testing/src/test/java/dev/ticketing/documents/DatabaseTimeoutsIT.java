package dev.ticketing.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClients;
import com.mongodb.event.ConnectionPoolClearedEvent;
import com.mongodb.event.ConnectionPoolListener;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.ticketing.testing.network.Proxy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseTimeoutsIT {

    /** The driver's own monitor looks after ten seconds. */
    private static final Duration SOONER_THAN_BY_DEFAULT = Duration.ofSeconds(8);

    private final MongoServer server = new MongoServer(new MemoryBackend());

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    /** Here nobody has asked the database for anything since: otherwise the first to ask would fail. */
    @Test
    void connectionsToAServerThatWasAwayAreSoonForgotten() throws IOException {
        var forgotten = new CountDownLatch(1);
        try (var line = Proxy.to(server.bind().getPort());
                var client = MongoClients.create(settings(line.port(), forgotten))) {
            var documents = client.getDatabase("test").getCollection("documents");
            documents.insertOne(new Document());

            line.cut();

            await().atMost(SOONER_THAN_BY_DEFAULT).until(() -> forgotten.getCount() == 0);
            documents.insertOne(new Document());
            assertThat(documents.countDocuments()).isEqualTo(2);
        }
    }

    private static MongoClientSettings settings(int port, CountDownLatch forgotten) {
        var settings = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress("localhost", port))))
                .applyToConnectionPoolSettings(pool -> pool.addConnectionPoolListener(new ConnectionPoolListener() {
                    @Override
                    public void connectionPoolCleared(ConnectionPoolClearedEvent event) {
                        forgotten.countDown();
                    }
                }));
        new DatabaseTimeouts().customize(settings);
        return settings.build();
    }
}
