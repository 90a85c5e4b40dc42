package dev.ticketing.tickets.ticket;

import dev.ticketing.web.InvalidInput;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a ticket costs.
 *
 * @param minor in minor units of the currency
 * @param currency ISO 4217, in lower case
 */
record Price(long minor, String currency) {

    static final String DEFAULT_CURRENCY = "usd";

    private static final BigDecimal LEAST = new BigDecimal("0.50");
    private static final BigDecimal MOST = new BigDecimal("999999.99");
    private static final int MOST_DIGITS = 2;
    private static final int THOUSANDTHS = 3;

    /** Those in use: neither the past ones that the JDK still knows nor metals and test codes. */
    private static final Set<String> CURRENCIES = Stream.of(Locale.getISOCountries())
            .map(country -> Currency.getInstance(Locale.of("", country)))
            .filter(currency -> currency != null && currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** @throws InvalidInput if it is out of range, or finer than the currency's coins or hundredths */
    static Price of(BigDecimal amount, String currency) {
        // in this order: the comparison is cheap for any exponent, and afterwards the exponent is small
        if (amount.compareTo(LEAST) < 0 || amount.compareTo(MOST) > 0) {
            throw new InvalidInput("price", "price must be from " + LEAST + " to " + MOST);
        }
        var digits = Math.min(MOST_DIGITS, fractionDigits(currency));
        if (amount.stripTrailingZeros().scale() > digits) {
            throw new InvalidInput("price", "price must have at most " + digits + " decimals in " + currency);
        }
        return new Price(amount.movePointRight(fractionDigits(currency)).longValueExact(), currency);
    }

    /** @throws InvalidInput if it is no currency in use */
    static String requireCurrency(String code) {
        var upperCase = code.strip().toUpperCase(Locale.ROOT);
        if (!CURRENCIES.contains(upperCase)) {
            throw new InvalidInput("currency", "currency must be an ISO 4217 code such as usd");
        }
        return upperCase.toLowerCase(Locale.ROOT);
    }

    private static int fractionDigits(String currency) {
        return Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getDefaultFractionDigits();
    }

    /** In major units. */
    BigDecimal amount() {
        return BigDecimal.valueOf(minor, fractionDigits(currency));
    }

    /** In thousandths of the major unit. */
    long thousandths() {
        return thousandths(amount());
    }

    static long thousandths(BigDecimal amount) {
        return amount.movePointRight(THOUSANDTHS).longValueExact();
    }
}
