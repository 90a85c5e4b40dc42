package dev.ticketing.web.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarginTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                ' ', '\t', '\n', 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x180E, 0x2000, 0x200B, 0x200C, 0x200D, 0x200E,
                0x2028, 0x202A, 0x202E, 0x2060, 0x2064, 0x2066, 0x2069, 0x2800, 0x3000, 0x3164, 0xFEFF, 0xFFA0, 0xE0001
            })
    void isWhatCannotBeSeen(int character) {
        var invisible = Character.toString(character);

        assertThat(Margin.trim(invisible + " A" + invisible + "B" + invisible + invisible))
                .isEqualTo("A" + invisible + "B");
        assertThat(Margin.trim(invisible + " " + invisible)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "❤️",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "👩‍🎤",
                "é",
                "\ud83c"
            })
    void isNothingThatIsSeen(String text) {
        assertThat(Margin.trim(text)).isEqualTo(text);
    }
}
