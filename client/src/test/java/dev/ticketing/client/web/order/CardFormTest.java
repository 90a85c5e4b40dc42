package dev.ticketing.client.web.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardFormTest {

    @ParameterizedTest
    @CsvSource({"12/34, 12, 2034", "1/30, 1, 2030", "01 / 2031, 01, 2031"})
    void expiryIsReadAsPeopleWriteIt(String expiry, String month, String year) {
        var card = new CardForm("4242 4242-4242 4242", expiry, "123");

        assertThat(card.mistakes()).isEmpty();
        assertThat(card.number()).isEqualTo("4242424242424242");
        assertThat(card.month()).isEqualTo(month);
        assertThat(card.year()).isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "13/34", "0/34", "12-34", "1234", "12/3", "12/1934"})
    void otherExpiriesAreMistakes(String expiry) {
        assertThat(new CardForm("4242424242424242", expiry, "123").mistakes()).containsOnlyKeys("expiry");
    }

    @Test
    void everyFieldIsChecked() {
        assertThat(new CardForm(null, null, null).mistakes()).containsOnlyKeys("number", "expiry", "cvc");
    }

    @Test
    void aCardIsNeverPrinted() {
        assertThat(new CardForm("4242424242424242", "12/34", "123").toString()).doesNotContain("4242", "123");
    }
}
