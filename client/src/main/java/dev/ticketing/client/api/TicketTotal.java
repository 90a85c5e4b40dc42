package dev.ticketing.client.api;

import java.math.BigDecimal;

/**
 * The totals of a seller's tickets of one status and currency.
 *
 * @param sum of their prices, in major units
 */
public record TicketTotal(String status, String currency, long count, BigDecimal sum) {

    public Money money() {
        return Money.of(sum, currency);
    }
}
