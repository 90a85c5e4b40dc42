package dev.ticketing.messaging.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.messaging.gate.VersionGate.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionGateTest {

    @ParameterizedTest
    @CsvSource({"-1,0,APPLY", "-1,1,GAP", "0,0,STALE", "0,1,APPLY", "0,2,GAP", "5,3,STALE", "5,6,APPLY", "5,9,GAP"})
    void onlyTheNextVersionIsApplied(long lastHandled, long incoming, Verdict verdict) {
        assertThat(VersionGate.verdict(lastHandled, incoming)).isEqualTo(verdict);
    }
}
