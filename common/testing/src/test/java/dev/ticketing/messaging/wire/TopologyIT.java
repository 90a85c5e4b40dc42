package dev.ticketing.messaging.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.events.Published;
import dev.ticketing.testing.ServiceTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class TopologyIT {

    @Autowired
    EventStream stream;

    @Autowired
    Topology topology;

    @Autowired
    RestTestClient http;

    @Test
    void streamKeepsEverythingAndRefusesToForget() throws Exception {
        var orders =
                stream.connection().getStreamContext("ORDERS").getStreamInfo().getConfiguration();

        assertThat(orders.getSubjects()).containsExactly("order.>");
        assertThat(orders.getDenyDelete()).isTrue();
        assertThat(orders.getDenyPurge()).isTrue();
        assertThat(orders.getMaxAge()).isEqualTo(Duration.ZERO);
    }

    @Test
    void makingItAgainChangesNothing() throws Exception {
        topology.ensureStream(publisherOf("ORDERS"));
        topology.ensureConsumer("again", publisherOf("ORDERS"));
        topology.ensureConsumer("again", publisherOf("ORDERS"));

        assertThat(stream.management().getConsumerNames("ORDERS")).contains("again");
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
