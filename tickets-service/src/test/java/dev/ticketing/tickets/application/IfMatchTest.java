package dev.ticketing.tickets.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @Test
    void withoutAHeaderEveryVersionWillDo() {
        assertThat(IfMatch.of(null).allows(3)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "*", "\"1\", \"3\"", "W/\"3\",\"3\""})
    void headerAllowsTheVersionItNames(String header) {
        assertThat(IfMatch.of(header).allows(3)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"33\"", "W/\"3\"", "\"1\", \"2\"", "\"*\"", "3", "", "\"\""})
    void headerRefusesEveryOtherVersion(String header) {
        assertThat(IfMatch.of(header).allows(3)).isFalse();
    }
}
