package dev.ticketing.client.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as tickets-service returns it.
 *
 * @param reservedUntil deadline of its buyer's payment; absent if it is not reserved or the time is unknown
 */
public record Ticket(
        String id,
        String title,
        BigDecimal price,
        String currency,
        String userId,
        String status,
        long version,
        Instant createdAt,
        @Nullable Instant reservedUntil,
        @Nullable Event event,
        @Nullable Seat seat,
        @Nullable String admission,
        @Nullable BigDecimal faceValue,
        @Nullable List<String> restrictions,
        @Nullable String notes,
        @Nullable String delivery,
        @Nullable Instant deliveredAt,
        @Nullable Seller seller) {

    /** @param since month of the sign-up */
    public record Seller(YearMonth since, long sold) {}

    /** The face value. */
    public @Nullable Money printedPrice() {
        return faceValue == null ? null : Money.of(faceValue, currency);
    }

    public Money money() {
        return Money.of(price, currency);
    }

    /** Whether its seller has attached the ticket itself. */
    public boolean isInstant() {
        return "instant".equals(delivery);
    }

    public boolean isSold() {
        return status.equals("sold");
    }

    public boolean isAvailable() {
        return status.equals("available");
    }

    public boolean isReserved() {
        return status.equals("reserved");
    }

    public boolean isWithdrawn() {
        return status.equals("withdrawn");
    }
}
