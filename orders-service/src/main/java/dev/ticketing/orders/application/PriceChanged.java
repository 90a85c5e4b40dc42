package dev.ticketing.orders.application;

import java.math.BigDecimal;
import java.util.Optional;

/** The buyer saw a price other than the current one. */
class PriceChanged extends RuntimeException {

    private final transient BigDecimal expected;
    private final transient BigDecimal price;
    private final String currency;

    /** @param expected {@code null} if the buyer named a version instead of a price */
    PriceChanged(String ticketId, BigDecimal expected, BigDecimal price, String currency) {
        super("the price of ticket " + ticketId + " has changed to " + price.toPlainString() + " " + currency);
        this.expected = expected;
        this.price = price;
        this.currency = currency;
    }

    Optional<BigDecimal> expected() {
        return Optional.ofNullable(expected);
    }

    BigDecimal price() {
        return price;
    }

    String currency() {
        return currency;
    }
}
