package dev.ticketing.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ticketing.events.Published;
import dev.ticketing.messaging.Topology.TopologyMismatch;
import dev.ticketing.testing.ServiceTest;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class TopologyIT {

    @Autowired
    Connection connection;

    @Autowired
    Topology topology;

    @Autowired
    SharedKeys.Factory sharedKeys;

    @Autowired
    RestTestClient http;

    @Test
    void streamKeepsEverythingAndRefusesToForget() throws IOException, JetStreamApiException {
        var stream = connection.getStreamContext("ORDERS").getStreamInfo().getConfiguration();

        assertThat(stream.getSubjects()).containsExactly("order.>");
        assertThat(stream.getDenyDelete()).isTrue();
        assertThat(stream.getDenyPurge()).isTrue();
        assertThat(stream.getMaxAge()).isEqualTo(Duration.ZERO);
    }

    @Test
    void consumerThatTheServerMadeOtherwiseIsAMismatch() throws IOException, JetStreamApiException {
        var tickets = publisherOf("TICKETS");
        connection
                .jetStreamManagement()
                .addOrUpdateConsumer(
                        "TICKETS",
                        ConsumerConfiguration.builder()
                                .durable("other")
                                .filterSubject("ticket.>")
                                .deliverPolicy(DeliverPolicy.New)
                                .build());

        assertThatThrownBy(() -> topology.ensureConsumer("other", tickets))
                .satisfiesAnyOf(
                        failure -> assertThat(failure).isInstanceOf(TopologyMismatch.class),
                        failure -> assertThat(failure).isInstanceOf(JetStreamApiException.class));
    }

    @Test
    void makingItAgainChangesNothing() throws IOException, JetStreamApiException {
        topology.ensureStream(publisherOf("ORDERS"));
        topology.ensureConsumer("again", publisherOf("ORDERS"));
        topology.ensureConsumer("again", publisherOf("ORDERS"));

        assertThat(connection.jetStreamManagement().getConsumerNames("ORDERS")).contains("again");
    }

    @Test
    void sharedKeyIsSeenByOtherInstances() {
        var here = sharedKeys.open("test-keys", Duration.ofMinutes(1));
        var there = sharedKeys.open("test-keys", Duration.ofMinutes(1));

        here.put("user.1", "gone");

        await().until(() -> there.get("user.1").equals(Optional.of("gone")));
        assertThat(here.get("user.2")).isEmpty();
    }

    @Test
    void serviceIsReadyWhenDatabaseAndBrokerAnswer() {
        await().untilAsserted(() ->
                http.get().uri("/readyz").exchange().expectStatus().isOk());
    }

    private static Published publisherOf(String stream) {
        return EventCatalog.publishers().stream()
                .filter(publisher -> publisher.stream().equals(stream))
                .findFirst()
                .orElseThrow();
    }
}
