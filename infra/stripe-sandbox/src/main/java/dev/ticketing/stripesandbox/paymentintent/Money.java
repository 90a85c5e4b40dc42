package dev.ticketing.stripesandbox.paymentintent;

import dev.ticketing.events.StripeCurrency;
import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.StripeError;
import dev.ticketing.stripesandbox.page.Amount;
import java.util.Locale;

/** Amount in minor units and currency of a call, within Stripe's limits. */
record Money(long amount, String currency) {

    private static final int CODE_LENGTH = 3;

    static Money of(Params params) {
        var amount = params.requiredInteger("amount");
        return of(amount, params.requiredText("currency"));
    }

    static Money of(long amount, String code) {
        var currency = known(code);
        if (amount < 1) {
            throw StripeError.invalid("Invalid positive integer", "amount", "parameter_invalid_integer");
        }
        if (amount < currency.leastMinor()) {
            throw StripeError.invalid(
                    "Amount must be at least " + Amount.of(currency.leastMinor(), currency.code()),
                    "amount",
                    "amount_too_small");
        }
        if (amount > currency.mostMinor()) {
            throw StripeError.invalid(
                    "Amount must be no more than " + Amount.of(currency.mostMinor(), currency.code()),
                    "amount",
                    "amount_too_large");
        }
        if (amount % currency.step() != 0) {
            throw StripeError.invalid(
                    "Amount must be evenly divisible by " + currency.step() + " in " + currency.code(), "amount");
        }
        return new Money(amount, currency.code());
    }

    private static StripeCurrency known(String code) {
        return StripeCurrency.of(code.length() == CODE_LENGTH ? code.toLowerCase(Locale.ROOT) : "")
                .orElseThrow(() -> StripeError.invalid("Invalid currency: " + code, "currency"));
    }
}
