package dev.ticketing.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {

    @Test
    void variableOverridesUsualPort() {
        assertThat(Port.of("orders-service").in(Map.of())).isEqualTo(8083);
        assertThat(Port.of("orders-service").in(Map.of("ORDERS_PORT", "9083"))).isEqualTo(9083);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "tcp://10.0.0.1:6379", "eighty"})
    void nonsenseIsNamed(String value) {
        assertThatThrownBy(() -> Port.REDIS.in(Map.of("REDIS_PORT", value)))
                .isInstanceOf(CannotStart.class)
                .hasMessage("REDIS_PORT=" + value + " is not a port (expected: 1 to 65535)");
    }
}
