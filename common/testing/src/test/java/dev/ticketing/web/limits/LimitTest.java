package dev.ticketing.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    @Test
    void limitIsWrittenAsItsQuotaAndItsWindow() {
        assertThat(Limit.of("50/PT15M")).isEqualTo(new Limit(50, Duration.ofMinutes(15)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "50", "0/PT1M", "-1/PT1M", "5/PT0S", "5/15 minutes", "5/P", "9999999999/PT1S"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Limit.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2::9, 20010db800010002/64",
        "2001:db8::1, 20010db800000000/64",
        "::ffff:203.0.113.7, 203.0.113.7",
    })
    void ofIpv6TheNetworkCounts(String address, String network) {
        assertThat(ClientNetwork.of(address).name().replace("::ffff:", "")).isEqualTo(network);
    }
}
