package dev.ticketing.messaging.wire;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.messaging.wire.Topology.TopologyMismatch;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.StreamConfiguration;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TopologyTest {

    private final StreamConfiguration stream = StreamConfiguration.builder()
            .name("ORDERS")
            .subjects("order.>")
            .denyDelete(true)
            .build();
    private final ConsumerConfiguration consumer = ConsumerConfiguration.builder()
            .durable("payments-service-orders")
            .filterSubject("order.>")
            .ackWait(Duration.ofSeconds(10))
            .build();

    @Test
    void whatTheServerMadeAsWantedIsAccepted() {
        assertThatCode(() -> Topology.requireAsWanted(stream, stream)).doesNotThrowAnyException();
        assertThatCode(() -> Topology.requireAsWanted(consumer, consumer)).doesNotThrowAnyException();
    }

    @Test
    void partOfAStreamThatTheServerIgnoredIsNamed() {
        var made = StreamConfiguration.builder(stream).denyDelete(false).build();

        assertThatThrownBy(() -> Topology.requireAsWanted(stream, made))
                .isInstanceOf(TopologyMismatch.class)
                .hasMessageContaining("ORDERS with deny_delete=false (expected: true)");
    }

    @Test
    void partOfAConsumerThatTheServerMadeOtherwiseIsNamed() {
        var made = ConsumerConfiguration.builder(consumer)
                .deliverPolicy(DeliverPolicy.New)
                .build();

        assertThatThrownBy(() -> Topology.requireAsWanted(consumer, made))
                .isInstanceOf(TopologyMismatch.class)
                .hasMessageContaining("payments-service-orders with deliver_policy");
    }
}
