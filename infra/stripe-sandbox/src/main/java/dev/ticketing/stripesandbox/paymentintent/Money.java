package dev.ticketing.stripesandbox.paymentintent;

import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.StripeError;
import java.util.Currency;
import java.util.Locale;

/** Amount in minor units and currency of a call, within Stripe's bounds. */
record Money(long amount, String currency) {

    private static final long LEAST = 50;
    private static final long MOST = 99_999_999;

    static Money of(Params params) {
        var amount = params.requiredInteger("amount");
        return of(amount, params.requiredText("currency"));
    }

    static Money of(long amount, String code) {
        var currency = code.toLowerCase(Locale.ROOT);
        requireKnown(currency);
        if (amount < 1) {
            throw StripeError.invalid("Invalid positive integer", "amount", "parameter_invalid_integer");
        }
        if (amount < LEAST) {
            throw StripeError.invalid("Amount must be at least $0.50 " + currency, "amount", "amount_too_small");
        }
        if (amount > MOST) {
            throw StripeError.invalid("Amount must be no more than $999,999.99", "amount", "amount_too_large");
        }
        return new Money(amount, currency);
    }

    private static void requireKnown(String currency) {
        try {
            Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw StripeError.invalid("Invalid currency: " + currency, "currency");
        }
    }
}
