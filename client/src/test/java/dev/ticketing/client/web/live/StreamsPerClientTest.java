package dev.ticketing.client.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.testing.load.AtOnce;
import dev.ticketing.web.limits.ClientNetwork;
import org.junit.jupiter.api.Test;

class StreamsPerClientTest {

    private static final ClientNetwork HERE = new ClientNetwork("203.0.113.1");

    private final StreamsPerClient streams = new StreamsPerClient(20);

    @Test
    void ofManyAtOnceExactlyTheLimitIsOpened() {
        assertThat(AtOnce.all(200, number -> streams.take(HERE)))
                .filteredOn(yes -> yes)
                .hasSize(20);
        assertThat(streams.take(new ClientNetwork("203.0.113.2"))).isTrue();
    }

    @Test
    void aStreamThatEndsMakesRoomForAnother() {
        AtOnce.all(20, number -> streams.take(HERE));
        streams.give(HERE);

        assertThat(streams.take(HERE)).isTrue();
        assertThat(streams.take(HERE)).isFalse();
    }
}
