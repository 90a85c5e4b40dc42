package dev.ticketing.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WrkTest {

    private static final String OUTPUT = """
            Running 5s test @ http://localhost:8080/api/tickets
              2 threads and 32 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     3.81ms    2.67ms  41.32ms   92.50%
                Req/Sec     4.53k   597.76     5.31k    76.00%
              Latency Distribution
                 50%  812.00us
                 75%    4.30ms
                 90%    5.91ms
                 99%    1.02s
              45122 requests in 5.01s, 211.30MB read
            """;

    @Test
    void outputIsRead() {
        assertThat(Wrk.Result.of(OUTPUT))
                .isEqualTo(new Wrk.Result(45_122, 0, Duration.ofNanos(812_000), Duration.ofMillis(1_020)));
    }

    @Test
    void refusedRequestsAreCounted() {
        assertThat(Wrk.Result.of(OUTPUT + "  Non-2xx or 3xx responses: 45122\n").refused())
                .isEqualTo(45_122);
    }

    @Test
    void otherOutputIsAnError() {
        assertThatThrownBy(() -> Wrk.Result.of("unable to connect")).hasMessageContaining("unable to connect");
    }
}
