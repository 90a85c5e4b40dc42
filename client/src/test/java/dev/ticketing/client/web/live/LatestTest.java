package dev.ticketing.client.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatestTest {

    private final Latest latest = new Latest(2);

    @Test
    void onlyTheLatestOfEachIsKnown() {
        latest.beginAfter(10);
        latest.add(11, ticket("a", 1));
        latest.add(12, ticket("a", 2));

        assertThat(latest.of("a", -1)).contains(ticket("a", 2));
        assertThat(latest.of("a", 11)).contains(ticket("a", 2));
        assertThat(latest.of("a", 12)).isEmpty();
        assertThat(latest.of("b", -1)).isEmpty();
    }

    @Test
    void memoryReachesBackToWhatWasForgotten() {
        latest.beginAfter(10);
        assertThat(latest.reachesBackTo(10)).isTrue();
        assertThat(latest.reachesBackTo(9)).isFalse();

        latest.add(11, ticket("a", 1));
        latest.add(12, ticket("b", 1));
        latest.add(13, ticket("a", 2));
        assertThat(latest.reachesBackTo(10)).isTrue();

        latest.add(14, ticket("c", 1));
        assertThat(latest.reachesBackTo(11)).isFalse();
        assertThat(latest.reachesBackTo(12)).isTrue();
        assertThat(latest.of("b", -1)).isEmpty();
    }

    @Test
    void placeOfAnotherStreamIsNotKnown() {
        latest.beginAfter(10);
        latest.add(11, ticket("a", 1));

        assertThat(latest.reachesBackTo(12)).isFalse();
    }

    private static Change ticket(String id, long version) {
        return Change.ofTicket(id, version, "reserved");
    }
}
