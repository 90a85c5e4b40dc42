package dev.ticketing.client.web.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAmountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 20 | 20",
                "en | ' 20.50 ' | 20.50",
                "en | 20,5 | 20.5",
                "en | 1,000 | 1000",
                "en | 1,234.50 | 1234.50",
                "en | 1,234,567 | 1234567",
                "en | 1.000,50 | 1000.50",
                "en | 0.500 | 0.500",
                "de | 1.000 | 1000",
                "de | 100.000 | 100000",
                "de | 1.234.567,89 | 1234567.89",
                "de | 12,5 | 12.5",
                "de | 12.50 | 12.50",
                "de | 1,234.50 | 1234.50",
                "de | 0,500 | 0.500",
                "de-AT | 1.000 | 1000",
                "de-AT | 1\u00a0000,50 | 1000.50",
                "de-CH | 1’000.50 | 1000.50",
                "de-CH | 1'000 | 1000",
                "de-CH | 12.50 | 12.50",
                "en | '1 000.50' | 1000.50",
                "en | '\u200b20\ufeff' | 20",
            })
    void isReadByTheSeparatorsOfTheLanguage(String language, String typed, String plain) {
        assertThat(TypedAmount.read(typed, Locale.forLanguageTag(language)).plain())
                .contains(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | 1.000 | 1.000 | 1000", "de | 1,000 | 1.000 | 1000", "de-CH | 1.000 | 1.000 | 1000"})
    void isUnclearIfItCanMeanTwoThings(String language, String typed, BigDecimal one, BigDecimal other) {
        var amount = TypedAmount.read(typed, Locale.forLanguageTag(language));

        assertThat(amount.isUnclear()).isTrue();
        assertThat(amount.plain()).isEmpty();
        assertThat(amount.readings()).containsExactly(one, other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cheap",
                "1e3",
                "1E3",
                "+5",
                "-5",
                "0x10",
                "1.2.3",
                "1,2,3",
                "1,00,000.5",
                "1.0000",
                "5.",
                ".5",
                "$5",
                "٢٠",
                "２０",
                "1''000",
                "1 2",
                "1,000 000",
                "Infinity",
                "NaN"
            })
    void isNoneIfItIsNoAmount(String typed) {
        for (var language : new String[] {"en", "de"}) {
            assertThat(TypedAmount.read(typed, Locale.forLanguageTag(language)).readings())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | 1234.5 | 1234.50", "de | 1234.5 | 1234,50", "de-CH | 1234.5 | 1234.50", "de | 20 | 20,00"})
    void isWrittenAsItWouldBeTyped(String language, BigDecimal amount, String written) {
        var locale = Locale.forLanguageTag(language);

        assertThat(TypedAmount.write(amount, 2, false, locale)).isEqualTo(written);
        assertThat(new BigDecimal(TypedAmount.read(written, locale).plain().orElseThrow()))
                .isEqualByComparingTo(amount);
    }
}
