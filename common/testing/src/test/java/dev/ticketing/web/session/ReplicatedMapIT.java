package dev.ticketing.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.messaging.TestApplication;
import dev.ticketing.testing.ServiceTest;
import io.nats.client.Connection;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@ServiceTest
@SpringBootTest(classes = TestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReplicatedMapIT {

    @Autowired
    Connection broker;

    @Test
    void entryIsSeenByOtherInstances() {
        var here = open();
        var there = open();

        here.put("user.1", "gone");
        here.put("token.1", "");
        await().until(() -> there.get("user.1").equals(Optional.of("gone")));
        await().until(() -> there.get("token.1").equals(Optional.of("")));
        assertThat(here.get("user.2")).isEmpty();
    }

    private ReplicatedMap open() {
        return ReplicatedMap.open(broker, "test-entries", Duration.ofMinutes(1), 1);
    }
}
