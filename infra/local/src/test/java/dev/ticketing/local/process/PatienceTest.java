package dev.ticketing.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Duration IDLE = Duration.ofMillis(20);
    /** Ten times this is the end, whatever progress there is. */
    private static final Duration LONG_ENOUGH_FOR_A_BUSY_MACHINE = Duration.ofMillis(500);

    private final CompletableFuture<String> result = new CompletableFuture<>();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void progressIsWaitedFor() throws Exception {
        var patience = new Patience(LONG_ENOUGH_FOR_A_BUSY_MACHINE, () -> {
            if (asked.incrementAndGet() == 3) {
                result.complete("ready");
            }
            return Duration.ofSeconds(2 * asked.get());
        });

        assertThat(patience.await(result)).isEqualTo("ready");
        assertThat(asked).hasValue(3);
    }

    @Test
    void processThatDoesNothingIsGivenUp() {
        var patience = new Patience(IDLE, () -> Duration.ofMillis(10 * asked.incrementAndGet()));

        assertThatThrownBy(() -> patience.await(result)).isInstanceOf(TimeoutException.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void endlessProgressIsGivenUp() {
        var patience = new Patience(IDLE, () -> Duration.ofSeconds(2 * asked.incrementAndGet()));

        assertThatThrownBy(() -> patience.await(result)).isInstanceOf(TimeoutException.class);
        assertThat(patience.spent()).isGreaterThanOrEqualTo(IDLE.multipliedBy(10));
    }
}
