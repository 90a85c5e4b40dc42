package dev.ticketing.stripesandbox.paymentmethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.StripeError;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CardEntryTest {

    private final Clock clock = Clock.fixed(Instant.parse("2030-06-15T00:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @EnumSource(TestCard.class)
    void everyTestCardIsAValidNumber(TestCard card) {
        assertThat(CardEntry.of(card(card.number(), "12", "2031", "123"), clock).testCard())
                .isEqualTo(card);
    }

    @ParameterizedTest
    @EnumSource(TestCard.class)
    void everyTestCardHasItsOwnNames(TestCard card) {
        assertThat(TestCard.byPaymentMethod(card.paymentMethod())).contains(card);
        assertThat(TestCard.byToken(card.token())).contains(card);
    }

    @Test
    void declinesAreAlsoKnownWithTheirBrand() {
        assertThat(TestCard.byPaymentMethod("pm_card_visa_chargeDeclinedInsufficientFunds"))
                .contains(TestCard.INSUFFICIENT_FUNDS);
    }

    @ParameterizedTest
    @CsvSource({
        "4242424242424241, 12, 2031, 123, incorrect_number",
        "42x2, 12, 2031, 123, invalid_number",
        "4242424242424242, 13, 2031, 123, invalid_expiry_month",
        "4242424242424242, 5, 2030, 123, invalid_expiry_month",
        "4242424242424242, 12, 2029, 123, invalid_expiry_year",
        "4242424242424242, 12, 2031, 12, invalid_cvc",
        "4111111111111111, 12, 2031, 123, card_declined",
    })
    void refusesAsStripeDoes(String number, String month, String year, String cvc, String code) {
        var error = catchThrowableOfType(StripeError.class, () -> CardEntry.of(card(number, month, year, cvc), clock));

        assertThat(error.status()).isEqualTo(402);
        assertThat(error.field("code")).isEqualTo(code);
    }

    @Test
    void shortYearsAndSpacesAreFine() {
        assertThat(CardEntry.of(card("4242 4242 4242 4242", "6", "30", "123"), clock)
                        .card()
                        .expYear())
                .isEqualTo(2030);
    }

    private static Params card(String number, String month, String year, String cvc) {
        return new Params(Map.of(
                "number", List.of(number),
                "exp_month", List.of(month),
                "exp_year", List.of(year),
                "cvc", List.of(cvc)));
    }
}
