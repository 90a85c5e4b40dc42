package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.delivery.Sandbox.Ended;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlakyTest {

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void copyTheScript() throws Exception {
        sandbox = new Sandbox(folder).copy("infra/delivery/flaky.sh");
    }

    @Test
    void runsWithoutAFailureAreGreen() throws Exception {
        var ended = flaky("report 'placed()' ''", "3");

        assertThat(ended.code()).isZero();
        assertThat(ended.output()).contains("No test failed in 3 runs.");
        assertThat(sandbox.called()).hasSize(3).allMatch(call -> call.startsWith("./dev test "));
    }

    @Test
    void testThatFailedOnceIsFlaky() throws Exception {
        var ended = flaky("""
                report 'placed()' '<failure message="x"/>'
                [ $(wc -l <calls.log) = 2 ] || report 'placed()' ''
                """, "3");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("flaky: orders.PlaceOrderIT.placed failed in 1 of 3 runs");
    }

    @Test
    void testThatFailsEveryTimeIsBroken() throws Exception {
        var ended = flaky("""
                report 'refused(String)[1]' '<error type="x">'
                """, "2");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("broken: orders.PlaceOrderIT.refused failed in 2 of 2 runs");
    }

    @Test
    void buildThatFailsIsNamedToo() throws Exception {
        var ended = flaky("[ $(wc -l <calls.log) = 1 ] || exit 1", "2");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("flaky: ./dev test itself failed in 1 of 2 runs");
    }

    @Test
    void reportOfAnEarlierRunDoesNotCount() throws Exception {
        var ended = flaky("[ $(wc -l <calls.log) != 1 ] || report 'placed()' '<failure/>'", "2");

        assertThat(ended.output()).contains("failed in 1 of 2 runs");
    }

    @Test
    void invalidNumberIsRefused() throws Exception {
        var ended = flaky("true", "many");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(sandbox.called()).isEmpty();
    }

    /**
     * @param test stands in for {@code ./dev test}; {@code report NAME RESULT} writes the report of a test like
     *     Surefire
     */
    private Ended flaky(String test, String runs) throws Exception {
        sandbox.executable("dev", """
                #!/usr/bin/env bash
                set -e
                echo "./dev $*" >>calls.log
                report() {
                  mkdir -p orders-service/target/failsafe-reports
                  cat >orders-service/target/failsafe-reports/TEST-orders.PlaceOrderIT.xml <<END
                <testsuite name="orders.PlaceOrderIT">
                  <testcase name="$1" classname="orders.PlaceOrderIT" time="0.1">
                    $2
                  </testcase>
                </testsuite>
                END
                }
                %s
                """.formatted(test));
        return sandbox.run(Map.of(), "bash", "infra/delivery/flaky.sh", runs);
    }
}
