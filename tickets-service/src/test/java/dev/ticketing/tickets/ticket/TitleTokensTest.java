package dev.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTokensTest {

    @Test
    void wordsAreSortedAndComeOnce() {
        assertThat(TitleTokens.of("the Who & The Band - Live, 1975!"))
                .isEqualTo(List.of("1975", "band", "live", "the", "who"));
    }

    @ParameterizedTest
    @CsvSource({
        "BEYONCÉ, beyonce",
        "Sigur Rós, 'ros,sigur'",
        "Die Ärzte, 'arzte,die'",
        "Straße, strasse",
        "STRASSE, strasse",
        "ΟΔΟΣ, οδοσ",
        "οδος, οδοσ",
        "İstanbul, istanbul",
        "ＡＢＢＡ, abba",
        "AC/DC, 'ac,dc'",
        "東京 2026, '2026,東京'",
    })
    void caseAccentsAndWidthMakeNoDifference(String text, String words) {
        assertThat(TitleTokens.of(text)).containsExactly(words.split(","));
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "'.*'", "'🎸'"})
    void textWithoutLettersAndDigitsHasNoWords(String text) {
        assertThat(TitleTokens.of(text)).isEmpty();
    }
}
