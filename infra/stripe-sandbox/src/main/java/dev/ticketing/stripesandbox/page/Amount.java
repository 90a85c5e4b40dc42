package dev.ticketing.stripesandbox.page;

import dev.ticketing.events.StripeCurrency;
import java.util.Locale;

/** Minor units in a format for people: {@code 19.99 USD}. */
public final class Amount {

    private Amount() {}

    public static String of(long minor, String currency) {
        return StripeCurrency.major(minor, currency).toPlainString() + " " + currency.toUpperCase(Locale.ROOT);
    }
}
