package dev.ticketing.client.api;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** An amount in major units. */
public record Money(BigDecimal amount, Currency currency) {

    static Money of(BigDecimal amount, String currency) {
        return new Money(amount, Currency.getInstance(currency.toUpperCase(Locale.ROOT)));
    }

    /** As programs write it: in the currency's own number of decimals. */
    public String plain() {
        return amount.setScale(Math.max(amount.scale(), currency.getDefaultFractionDigits()))
                .toPlainString();
    }

    public long minor() {
        return amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact();
    }
}
