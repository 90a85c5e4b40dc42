package dev.ticketing.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeCurrencyTest {

    @ParameterizedTest
    @CsvSource({
        "usd, 1999, 19.99",
        "jpy, 1999, 1999",
        "kwd, 12500, 12.500",
        "isk, 10000, 100.00",
        "ugx, 500000, 5000.00",
        "mga, 100, 100",
        "huf, 17500, 175.00",
        "twd, 2000, 20.00"
    })
    void anAmountIsReadAsStripeCountsIt(String currency, long minor, BigDecimal major) {
        assertThat(StripeCurrency.major(minor, currency)).isEqualTo(major);
    }

    @ParameterizedTest
    @CsvSource({"dem, 1999, 19.99", "iqd, 1500, 1.500", "xxx, 5, 5"})
    void anAmountOfACurrencyThatStripeHasNotIsReadByItsIsoDecimals(String currency, long minor, BigDecimal major) {
        assertThat(StripeCurrency.of(currency)).isEmpty();
        assertThat(StripeCurrency.major(minor, currency)).isEqualTo(major);
    }

    @ParameterizedTest
    @CsvSource({
        "usd, 2, 0.50, 999999.99",
        "gbp, 2, 0.30, 999999.99",
        "jpy, 0, 50, 99999999",
        "huf, 2, 175.00, 999999.99",
        "kwd, 2, 0.50, 99999.99",
        "isk, 0, 100, 999999",
        "ugx, 0, 2500, 999999",
        "idr, 2, 10000.00, 9999999999.99",
        "mga, 0, 3500, 99999999"
    })
    void aPriceHasItsBoundsAndDecimals(String code, int decimals, BigDecimal least, BigDecimal most) {
        var currency = StripeCurrency.of(code).orElseThrow();

        assertThat(currency.priceDecimals()).isEqualTo(decimals);
        assertThat(currency.least()).isEqualTo(least);
        assertThat(currency.most()).isEqualTo(most);
    }

    @Test
    void aCodeIsInLowerCase() {
        assertThat(StripeCurrency.of("USD")).isEmpty();
        assertThat(StripeCurrency.of("")).isEmpty();
    }
}
