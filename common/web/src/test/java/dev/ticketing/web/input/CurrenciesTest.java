package dev.ticketing.web.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ticketing.events.StripeCurrency;
import dev.ticketing.process.UnusableSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrenciesTest {

    @Test
    void areThoseNamedInTheirOrder() {
        var currencies = Currencies.of(" EUR, usd,eur ,");

        assertThat(currencies.all()).extracting(StripeCurrency::code).containsExactly("eur", "usd");
        assertThat(currencies.first().code()).isEqualTo("eur");
        assertThat(currencies.find("USD ")).isPresent();
        assertThat(currencies.find("gbp")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', CURRENCIES is empty", "'usd,dem', CURRENCIES contains dem", "usd;eur, CURRENCIES contains usd;eur"
    })
    void thatCannotBeTradedInAreRefusedAtOnce(String codes, String why) {
        assertThatExceptionOfType(UnusableSetting.class)
                .isThrownBy(() -> Currencies.of(codes))
                .withMessageStartingWith(why);
    }
}
