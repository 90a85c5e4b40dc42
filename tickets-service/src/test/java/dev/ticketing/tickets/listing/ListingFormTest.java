package dev.ticketing.tickets.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketDetails.Seat;
import dev.ticketing.tickets.input.InvalidForm;
import dev.ticketing.tickets.ticket.Listing;
import dev.ticketing.tickets.ticket.Price;
import dev.ticketing.web.input.Currencies;
import dev.ticketing.web.input.InvalidInput;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ListingFormTest {

    private static final Currencies CURRENCIES = Currencies.of("usd,eur,gbp,chf,jpy,kwd,isk,ugx,mga");
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
        "50, jpy, 50",
        "99999999, jpy, 99999999",
        "12.5, kwd, 12500",
        "5.12, kwd, 5120",
        "100, isk, 10000",
        "5000, ugx, 500000",
        "3500, mga, 3500",
        "0.30, gbp, 30",
    })
    void priceIsKeptInMinorUnits(String price, String currency, long minor) {
        assertThat(form("\"Concert\"", price, '"' + currency + '"')
                        .listing(rules(CURRENCIES), Optional.empty())
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
                "\"1e3\"",
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
    @CsvSource({"1500.5, jpy", "1500.05, jpy", "100.50, isk", "5000.5, ugx", "3500.5, mga", "5.124, kwd"})
    void priceIsNoFinerThanTheCurrency(String price, String currency) {
        assertBroken(form("\"Concert\"", price, '"' + currency + '"'), "price");
    }

    @ParameterizedTest
    @CsvSource({"1, jpy", "49, jpy", "0.29, gbp", "99, isk", "100000, kwd", "1000000, isk", "100000000, jpy"})
    void priceIsWithinWhatStripeCharges(String price, String currency) {
        assertBroken(form("\"Concert\"", price, '"' + currency + '"'), "price");
    }

    @Test
    void oldCurrencyOfATicketStays() {
        var currencies = Currencies.of("usd");

        assertThat(form("\"Concert\"", "1500", "null")
                        .listing(rules(currencies), before("jpy"))
                        .price())
                .isEqualTo(new Price(1500, "jpy"));
        assertThat(form("\"Concert\"", "1500", "\"jpy\"")
                        .listing(rules(currencies), before("jpy"))
                        .price())
                .isEqualTo(new Price(1500, "jpy"));
        assertThatExceptionOfType(InvalidForm.class)
                .isThrownBy(() -> form("\"Concert\"", "1500", "null").listing(rules(currencies), before("dem")));
    }

    @ParameterizedTest
    @CsvSource({"'\"USD\"', usd", "'\"Eur\"', eur", "null, chf"})
    void currencyIsKeptInLowerCase(String currency, String kept) {
        assertThat(form("\"Concert\"", "20", currency)
                        .listing(rules(CURRENCIES), before("chf"))
                        .price()
                        .currency())
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\"", "\"us\"", "\"xyz\"", "\"inr\"", "\"DEM\"", "\"XAU\"", "\"usd;\"", "840", "true", "[]"})
    void currencyMustBeTraded(String currency) {
        assertBroken(form("\"Concert\"", "20", currency), "currency");
    }

    @Test
    void titleIsTrimmed() {
        assertThat(form("\" \\t Concert in the\u00a0park \u3000\\n\"", "20", "null")
                        .listing(rules(CURRENCIES), Optional.empty())
                        .title())
                .isEqualTo("Concert in the\u00a0park");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\u200b", "\\ufeff", "\\u00ad", "\\u2060", "\\u202e", "\\u2066", "\\u200e", "\\u200d", "\\u3164"
            })
    void titleHasNothingInvisibleAroundIt(String invisible) {
        assertThat(form('"' + invisible + " A" + invisible + invisible + '"', "20", "null")
                        .listing(rules(CURRENCIES), Optional.empty())
                        .title())
                .isEqualTo("A");
        assertBroken(form('"' + invisible + " " + invisible + '"', "20", "null"), "title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I ❤️",
                "England 🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "👩‍🎤",
                "می‌خواهم"
            })
    void titleKeepsWhatBelongsToItsLetters(String title) {
        assertThat(form('"' + title + '"', "20", "null")
                        .listing(rules(CURRENCIES), Optional.empty())
                        .title())
                .isEqualTo(title);
    }

    @Test
    void titleLengthCountsCodePoints() {
        assertThat(form('"' + "🎸".repeat(200) + '"', "20", "null")
                        .listing(rules(CURRENCIES), Optional.empty())
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
    void detailsAreKept() {
        var listing = details("""
                "seat": {"section": " A ", "row": "3", "number": "12"}, "faceValue": 25,
                "restrictions": ["side-view", "side-view"], "notes": " Two steps\\nup "
                """).listing(rules(CURRENCIES), Optional.empty());

        assertThat(listing.details())
                .isEqualTo(new TicketDetails(
                        null, new Seat("A", "3", "12"), null, 2500L, List.of("side-view"), "Two steps\nup"));
    }

    @Test
    void absentDetailsStayAndNullRemovesThem() {
        var before = details("\"admission\": \"standing\", \"notes\": \"Gate 3\"")
                .listing(rules(CURRENCIES), Optional.empty());

        var edited = details("\"admission\": null").listing(rules(CURRENCIES), Optional.of(before));

        assertThat(edited.details()).isEqualTo(new TicketDetails(null, null, null, null, List.of(), "Gate 3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"seat\": {} | seat",
                "\"seat\": \"A 3\" | seat",
                "\"seat\": {\"row\": 3} | seat.row",
                "\"seat\": {\"row\": \"123456789012345678901\"} | seat.row",
                "\"seat\": {\"row\": \"3\"}, \"admission\": \"general\" | admission",
                "\"admission\": \"vip\" | admission",
                "\"faceValue\": -1 | faceValue",
                "\"faceValue\": \"x\" | faceValue",
                "\"restrictions\": \"side-view\" | restrictions",
                "\"restrictions\": [\"best-view\"] | restrictions",
                "\"restrictions\": [{}] | restrictions",
                "\"restrictions\": [[\"side-view\"], null, 1] | restrictions",
                "\"notes\": 5 | notes",
                "\"notes\": \"a\\u0000b\" | notes",
                "\"eventId\": 5 | eventId"
            })
    void detailsMustFollowTheirRules(String details, String field) {
        assertBroken(details(details), field);
    }

    private static ListingForm details(String details) {
        return JSON.readValue("{\"title\":\"Concert\",\"price\":20," + details + "}", ListingForm.class);
    }

    @Test
    void everyErrorIsReported() {
        assertBroken(form("\"\"", "-1", "\"xyz\""), "title", "currency", "price");
    }

    private static ListingRules rules(Currencies currencies) {
        return rules(currencies, List.of());
    }

    private static ListingRules rules(Currencies currencies, List<String> caps) {
        return new ListingRules(currencies, new ListingSettings(null, null, caps), null, Clock.systemUTC());
    }

    private static Optional<Listing> before(String currency) {
        return Optional.of(new Listing("Concert", new Price(1500, currency)));
    }

    private static ListingForm form(String title, String price, String currency) {
        var body = "{\"title\":%s,\"price\":%s,\"currency\":%s}".formatted(title, price, currency);
        return JSON.readValue(body, ListingForm.class);
    }

    private static void assertBroken(ListingForm form, String... fields) {
        assertThatExceptionOfType(InvalidForm.class)
                .isThrownBy(() -> form.listing(rules(CURRENCIES), Optional.empty()))
                .extracting(InvalidForm::broken, list(InvalidInput.class))
                .extracting(InvalidInput::field)
                .containsExactly(fields);
    }
}
