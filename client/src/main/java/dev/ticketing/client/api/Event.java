package dev.ticketing.client.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that people buy tickets for, as tickets-service returns it.
 *
 * @param startsAt the local time of the venue
 * @param tickets for sale; absent in a ticket or an order
 */
public record Event(
        String id,
        String name,
        String venue,
        String city,

        @JsonFormat(without = JsonFormat.Feature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        OffsetDateTime startsAt,

        @Nullable ForSale tickets) {

    public long forSale() {
        return tickets == null ? 0 : tickets.forSale();
    }

    /** Of most tickets for sale; empty without a ticket. */
    public Optional<String> currency() {
        return Optional.ofNullable(tickets).map(ForSale::currency);
    }

    /** @param fromPrice the lowest one; absent without a ticket */
    public record ForSale(
            long forSale,
            @Nullable BigDecimal fromPrice,
            @Nullable String currency) {

        public @Nullable Money from() {
            return fromPrice == null || currency == null ? null : Money.of(fromPrice, currency);
        }
    }
}
