package dev.ticketing.local.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalIT {

    @TempDir
    Path folder;

    @Test
    void fileOfManyChangesToOneDocumentStaysSmall() throws IOException {
        var file = folder.resolve("journal");
        var text = "x".repeat(10_000);
        try (var store = new JournaledStore(new Journal(file))) {
            var orders = store.open("orders.orders");
            for (var version = 0; version < 10_000; version++) {
                var document = new Document("_id", 1).append("version", version).append("text", text);
                orders.put(0L, document);
                store.saved("orders.orders", 0, document);
                store.commit();
            }
        }

        assertThat(Files.size(file)).isLessThan(40L << 20);
        try (var store = new JournaledStore(new Journal(file))) {
            assertThat(store.open("orders.orders").get(0L)).containsEntry("version", 9_999);
            assertThat(Files.size(file)).isLessThan(20_000);
        }
    }

    @Test
    void recordIsWholeOrNotThere() throws IOException {
        var file = folder.resolve("journal");
        try (var store = new JournaledStore(new Journal(file))) {
            store.saved("orders.orders", 0, new Document("_id", 1));
            store.saved("orders.orders", 1, new Document("_id", 2));
            store.commit();
        }
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 8] ^= 1;
        Files.write(file, bytes);

        try (var store = new JournaledStore(new Journal(file))) {
            assertThat(store.open("orders.orders")).isEmpty();
        }
    }
}
