package dev.ticketing.client.api;

import java.math.BigDecimal;

/**
 * What a seller's tickets of one status and currency come to.
 *
 * @param sum of their prices, in major units
 */
public record TicketTotal(String status, String currency, long count, BigDecimal sum) {

    public Money money() {
        return Money.of(sum, currency);
    }
}
