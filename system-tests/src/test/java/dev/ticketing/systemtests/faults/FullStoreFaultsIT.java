package dev.ticketing.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.local.process.ManagedProcess;
import dev.ticketing.local.process.ProcessSpec;
import dev.ticketing.local.process.Readiness;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.systemtests.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** With a separate broker, whose store is small. */
class FullStoreFaultsIT extends Fault {

    private static final int STORE = 16 * 1024 * 1024;

    private ManagedProcess nats;

    @Override
    SuiteOptions prepared(SuiteOptions options) {
        var port = port(options, "NATS_PORT");
        nats = new ManagedProcess(
                spec(options.folder(), options.environment().get("NATS_SERVER"), port), options.folder(), line -> {});
        nats.start();
        nats.awaitReady(PATIENCE);
        return options.with("NATS_URL", "nats://localhost:" + port);
    }

    private static ProcessSpec spec(Path folder, String program, int port) {
        try {
            var configuration = folder.resolve("nats.conf");
            Files.createDirectories(folder);
            Files.writeString(configuration, """
                    listen: "127.0.0.1:%d"
                    jetstream: {store_dir: "%s", max_file_store: %d}
                    """.formatted(port, folder.resolve("data/nats"), STORE));
            var command = List.of(program == null ? "nats-server" : program, "--config", configuration.toString());
            return new ProcessSpec("nats", command, Map.of(), folder, Readiness.accepts(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void stopBroker() {
        nats.stop(Duration.ofSeconds(10));
    }

    @Test
    void storeIsFull() throws Exception {
        survives("the store of nats-server is full, then there is room again", load -> {
            var seller = Person.signedUp(frontDoor(), journal());
            var buyer = Person.signedUp(frontDoor(), journal());
            String ticketId;
            try (var _ = Ballast.fill(port("NATS_PORT"), STORE)) {
                ticketId = seller.lists("Offered meanwhile", "9").id();
                assertThat(buyer.orders(ticketId).status()).as("not yet known").isEqualTo(503);
            }
            eventually().until(() -> buyer.orders(ticketId).status() == 201);
            return "tickets could still be listed; their events were published once there was room";
        });
    }
}
