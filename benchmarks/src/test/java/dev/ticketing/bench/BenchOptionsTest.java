package dev.ticketing.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.suite.CannotStart;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {

    @Test
    void optionsAreRead() {
        assertThat(options("--rows list,page --rounds 7 --seconds 9 --tickets 1000 --busy --compare --docs"))
                .isEqualTo(new BenchOptions(List.of("list", "page"), 7, 9, 1_000, true, true, true));
    }

    @Test
    void chosenRowsAloneAreMeasured() {
        assertThat(options("--rows list").has("list")).isTrue();
        assertThat(options("--rows list").has("page")).isFalse();
        assertThat(options("--quick").has("page")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--row list", "--rounds", "--rounds 0", "--rounds -1", "--seconds 1.5", "--tickets 100000"})
    void wrongOptionIsRefused(String wrong) {
        assertThatThrownBy(() -> options(wrong)).isInstanceOf(CannotStart.class).hasMessageContaining("expected");
    }

    private static BenchOptions options(String line) {
        return BenchOptions.of(List.of(line.split(" ")));
    }
}
