package dev.ticketing.client.api;

import dev.ticketing.events.StripeCurrency;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** An amount in major units. */
public record Money(BigDecimal amount, Currency currency) {

    static Money of(BigDecimal amount, String currency) {
        return new Money(amount, Currency.getInstance(currency.toUpperCase(Locale.ROOT)));
    }

    public long minor() {
        return amount.movePointRight(StripeCurrency.decimalsOf(code())).longValueExact();
    }

    /** ISO 4217, in lower case. */
    public String code() {
        return currency.getCurrencyCode().toLowerCase(Locale.ROOT);
    }
}
