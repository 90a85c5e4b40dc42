package dev.ticketing.client.web.ticket;

import dev.ticketing.client.api.Money;
import dev.ticketing.client.api.TicketTotal;
import java.util.List;

/**
 * A seller's tickets of one status.
 *
 * @param sums of their prices, one for each currency
 */
record SellingGroup(String status, long count, List<Money> sums) {

    static List<SellingGroup> all(List<String> statuses, List<TicketTotal> totals) {
        return statuses.stream().map(status -> of(status, totals)).toList();
    }

    private static SellingGroup of(String status, List<TicketTotal> totals) {
        var own = totals.stream().filter(total -> total.status().equals(status)).toList();
        return new SellingGroup(
                status,
                own.stream().mapToLong(TicketTotal::count).sum(),
                own.stream().map(TicketTotal::money).toList());
    }
}
