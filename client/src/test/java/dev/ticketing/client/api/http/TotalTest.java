package dev.ticketing.client.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotalTest {

    @Test
    void aPlusMeansThatThereAreMore() {
        assertThat(Total.of("0")).isEqualTo(new Total(0, false));
        assertThat(Total.of("1000+")).isEqualTo(new Total(1000, true));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "many", "-1", "99999999999999999999"})
    void nothingElseIsATotal(String header) {
        assertThat(Total.of(header)).isNull();
    }
}
