package dev.ticketing.tickets.listing;

import java.math.BigDecimal;

/** The price is higher than the country of the event allows. */
public class PriceAboveCap extends RuntimeException {

    private final transient BigDecimal maximum;

    PriceAboveCap(BigDecimal maximum, String currency) {
        super("The price must be at most " + maximum.toPlainString() + " " + currency + " for this event.");
        this.maximum = maximum;
    }

    /** In major units. */
    public BigDecimal maximum() {
        return maximum;
    }
}
