package dev.ticketing.stripesandbox.paymentmethod;

import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.StripeError;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** A typed card, checked like Stripe does; the number never leaves this class. */
record CardEntry(TestCard testCard, Card card) {

    static CardEntry of(Params params, Clock clock) {
        var number = params.requiredText("number").replaceAll("[ -]", "");
        requireNumber(number);
        var expiry = expiry(params, YearMonth.now(clock.withZone(ZoneOffset.UTC)));
        var testCard = TestCard.byNumber(number).orElseThrow(CardEntry::notATestCard);
        var cvc = params.text("cvc");
        if (cvc.isPresent() && !cvc.get().matches(testCard == TestCard.AMEX ? "\\d{3,4}" : "\\d{3}")) {
            throw cardError("invalid_cvc", "Your card's security code is invalid.", "cvc");
        }
        return new CardEntry(testCard, Card.of(testCard, expiry.getMonthValue(), expiry.getYear(), cvc.isPresent()));
    }

    private static void requireNumber(String number) {
        if (!number.matches("\\d{12,19}")) {
            throw cardError("invalid_number", "The card number is not a valid credit card number.", "number");
        }
        if (!passesLuhn(number)) {
            throw cardError("incorrect_number", "Your card number is incorrect.", "number");
        }
    }

    private static YearMonth expiry(Params params, YearMonth now) {
        var month = params.requiredInteger("exp_month");
        if (month < 1 || month > 12) {
            throw cardError("invalid_expiry_month", "Your card's expiration month is invalid.", "exp_month");
        }
        var given = params.requiredInteger("exp_year");
        var year = given < 100 ? 2000 + given : given;
        if (year < now.getYear() || year > now.getYear() + 50) {
            throw cardError("invalid_expiry_year", "Your card's expiration year is invalid.", "exp_year");
        }
        var expiry = YearMonth.of((int) year, (int) month);
        if (expiry.isBefore(now)) {
            throw cardError("invalid_expiry_month", "Your card's expiration month is invalid.", "exp_month");
        }
        return expiry;
    }

    static boolean passesLuhn(String number) {
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var digit = number.charAt(number.length() - 1 - i) - '0';
            var doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static StripeError notATestCard() {
        return StripeError.card(
                        "card_declined",
                        "Your card was declined. Your request was in test mode, but used a non test (live) card."
                                + " For a list of valid test cards, visit: https://stripe.com/docs/testing.")
                .with("decline_code", "test_mode_live_card")
                .with("param", "number");
    }

    private static StripeError cardError(String code, String message, String param) {
        return StripeError.card(code, message).with("param", param);
    }
}
