package dev.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.ticketing.web.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ListingFormTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @CsvSource({
        "19.99, usd, 1999",
        "20, usd, 2000",
        "20.000, usd, 2000",
        "2e1, usd, 2000",
        "0.5, usd, 50",
        "999999.99, usd, 99999999",
        "'\"20.00\"', usd, 2000",
        "'\" 20 \"', eur, 2000",
        "1500, jpy, 1500",
        "12.5, kwd, 12500",
    })
    void priceIsKeptInMinorUnits(String price, String currency, long minor) {
        assertThat(form("\"Concert\"", price, '"' + currency + '"')
                        .listing("usd")
                        .price())
                .isEqualTo(new Price(minor, currency));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20.005",
                "20.00000000000000001",
                "1e300",
                "1e1000000000",
                "1e-1000000000",
                "0",
                "-1",
                "0.49",
                "1000000",
                "999999.995",
                "1e-9",
                "true",
                "[]",
                "{}",
                "null",
                "[20]",
                "\"NaN\"",
                "\"abc\"",
                "\"\"",
                "\"1e1000000000\"",
                "\"0x14\"",
                "\"٢٠\"",
                "\"20,00\"",
                "\"$20\"",
                "\"+20\"",
                "\"20.005\"",
            })
    void priceMustBeAnAmountOfMoney(String price) {
        assertBroken(form("\"Concert\"", price, "\"usd\""), "price");
    }

    @Test
    void priceIsRequired() {
        assertBroken(JSON.readValue("{\"title\":\"Concert\"}", ListingForm.class), "price");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1500.5", "1500.05"})
    void priceIsNoFinerThanTheCurrency(String price) {
        assertBroken(form("\"Concert\"", price, "\"jpy\""), "price");
    }

    @ParameterizedTest
    @CsvSource({"'\"USD\"', usd", "'\"Eur\"', eur", "null, chf"})
    void currencyIsKeptInLowerCase(String currency, String kept) {
        assertThat(form("\"Concert\"", "20", currency).listing("chf").price().currency())
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"us\"", "\"xyz\"", "\"DEM\"", "\"XAU\"", "\"usd;\"", "840", "true", "[]"})
    void currencyMustBeInUse(String currency) {
        assertBroken(form("\"Concert\"", "20", currency), "currency");
    }

    @Test
    void titleIsTrimmed() {
        assertThat(form("\" \\t Concert in the\u00a0park \u3000\\n\"", "20", "null")
                        .listing("usd")
                        .title())
                .isEqualTo("Concert in the\u00a0park");
    }

    @Test
    void titleLengthCountsCodePoints() {
        assertThat(form('"' + "🎸".repeat(200) + '"', "20", "null")
                        .listing("usd")
                        .title())
                .hasSize(400);
        assertBroken(form('"' + "🎸".repeat(201) + '"', "20", "null"), "title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"  \"",
                "\"\u00a0\u3000\"",
                "\"\u200b\"",
                "\"a\\u0000b\"",
                "\"a\\nb\"",
                "\"a\u2028b\"",
                "\"\\ud83c\"",
                "null",
                "5",
                "true",
                "[]",
                "{}",
            })
    void titleMustBeReadable(String title) {
        assertBroken(form(title, "20", "\"usd\""), "title");
    }

    @Test
    void everythingThatIsWrongIsTold() {
        assertBroken(form("\"\"", "-1", "\"xyz\""), "title", "currency", "price");
    }

    private static ListingForm form(String title, String price, String currency) {
        var body = "{\"title\":%s,\"price\":%s,\"currency\":%s}".formatted(title, price, currency);
        return JSON.readValue(body, ListingForm.class);
    }

    private static void assertBroken(ListingForm form, String... fields) {
        assertThatExceptionOfType(InvalidListing.class)
                .isThrownBy(() -> form.listing("usd"))
                .extracting(InvalidListing::broken, list(InvalidInput.class))
                .extracting(InvalidInput::field)
                .containsExactly(fields);
    }
}
