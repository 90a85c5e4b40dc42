package dev.ticketing.tickets.ticket;

import dev.ticketing.events.StripeCurrency;
import dev.ticketing.web.input.InvalidInput;
import java.math.BigDecimal;

/**
 * The price of a ticket.
 *
 * @param minor in minor units of the currency
 * @param currency ISO 4217, in lower case
 */
public record Price(long minor, String currency) {

    /**
     * @param field name of the input
     * @throws InvalidInput if it is out of range, or finer than the currency allows
     */
    public static Price of(String field, BigDecimal amount, StripeCurrency currency) {
        // in this order: the comparison is cheap for any exponent, and afterwards the exponent is small
        if (amount.compareTo(currency.least()) < 0 || amount.compareTo(currency.most()) > 0) {
            throw new InvalidInput(
                    field,
                    "%s must be from %s to %s in %s"
                            .formatted(
                                    field,
                                    currency.least().toPlainString(),
                                    currency.most().toPlainString(),
                                    currency.code()));
        }
        if (amount.stripTrailingZeros().scale() > currency.priceDecimals()) {
            throw new InvalidInput(
                    field,
                    field + " must have at most " + currency.priceDecimals() + " decimals in " + currency.code());
        }
        return new Price(amount.movePointRight(currency.decimals()).longValueExact(), currency.code());
    }

    /** In major units. */
    public BigDecimal amount() {
        return StripeCurrency.major(minor, currency);
    }
}
