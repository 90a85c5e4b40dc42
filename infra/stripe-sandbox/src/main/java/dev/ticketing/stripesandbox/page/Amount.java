package dev.ticketing.stripesandbox.page;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** Minor units, written for people: {@code 19.99 USD}. */
public final class Amount {

    private Amount() {}

    public static String of(long minor, String currency) {
        var code = currency.toUpperCase(Locale.ROOT);
        var digits = Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        return BigDecimal.valueOf(minor, digits).toPlainString() + " " + code;
    }
}
