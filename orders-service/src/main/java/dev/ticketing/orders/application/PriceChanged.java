package dev.ticketing.orders.application;

import java.math.BigDecimal;
import java.util.Optional;

/** The buyer saw a price other than the current one. */
class PriceChanged extends RuntimeException {

    private final transient Optional<BigDecimal> expected;
    private final transient BigDecimal price;
    private final String currency;

    /** @param expected empty if the buyer named a version instead of a price */
    PriceChanged(String ticketId, Optional<BigDecimal> expected, BigDecimal price, String currency) {
        super("the price of ticket " + ticketId + " has changed to " + price.toPlainString() + " " + currency);
        this.expected = expected;
        this.price = price;
        this.currency = currency;
    }

    Optional<BigDecimal> expected() {
        return expected;
    }

    BigDecimal price() {
        return price;
    }

    String currency() {
        return currency;
    }
}
