package dev.ticketing.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void pauseDoublesUpToBound() {
        for (var expected : new int[] {500, 1000, 2000, 4000, 8000, 10_000, 10_000}) {
            assertThat(backoff.afterLiving(Duration.ofSeconds(1))).hasMillis(expected);
        }
    }

    @Test
    void longLifeStartsOver() {
        backoff.afterLiving(Duration.ofSeconds(1));
        backoff.afterLiving(Duration.ofSeconds(1));

        assertThat(backoff.afterLiving(Duration.ofMinutes(1))).hasMillis(500);
    }
}
