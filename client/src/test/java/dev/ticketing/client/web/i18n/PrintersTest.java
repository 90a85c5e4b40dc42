package dev.ticketing.client.web.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.client.api.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|USD|20|$20.00",
                "en|USD|1234.5|$1,234.50",
                "en|EUR|19.99|€19.99",
                "en|JPY|500|¥500",
                "en|KWD|12.500|KWD12.50",
                "en|ISK|100.00|ISK100",
                "en|MGA|3500|MGA3,500",
                "de|EUR|1234.5|1.234,50 €"
            })
    void amountsReadAsThePeopleOfThatLanguageWriteThem(
            String language, String currency, BigDecimal amount, String text) {
        var money = new Money(amount, Currency.getInstance(currency));

        assertThat(new Printers.MoneyPrinter().print(money, Locale.of(language)).replace('\u00a0', ' '))
                .isEqualTo(text);
    }

    @Test
    void timesSayTheirZone() {
        var text = new Printers.InstantPrinter().print(Instant.parse("2026-03-01T14:05:59Z"), Locale.ENGLISH);

        assertThat(text.replace('\u202f', ' ')).isEqualTo("Mar 1, 2026, 2:05 PM UTC");
    }
}
