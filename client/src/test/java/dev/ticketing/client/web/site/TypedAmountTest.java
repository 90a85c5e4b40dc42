package dev.ticketing.client.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedAmountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 | 20",
                "20.5 | 20.5",
                "20,5 | 20.5",
                "' 20,50 ' | 20.50",
                "1,000 | 1,000",
                "1.000,50 | 1.000,50",
                "cheap | cheap"
            })
    void decimalCommaIsADecimalPointAndNothingElseIsGuessed(String typed, String plain) {
        assertThat(TypedAmount.plain(typed)).isEqualTo(plain);
    }
}
