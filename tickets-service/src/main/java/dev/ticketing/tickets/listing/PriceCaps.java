package dev.ticketing.tickets.listing;

import dev.ticketing.events.StripeCurrency;
import dev.ticketing.events.TicketDetails;
import dev.ticketing.tickets.ticket.Price;
import dev.ticketing.web.input.InvalidInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much a ticket may cost more than was printed on it, where the law limits it.
 *
 * @param percentOfFaceValue by country of the event; {@code *} stands for all others
 */
record PriceCaps(Map<String, Integer> percentOfFaceValue) {

    private static final Pattern CAP = Pattern.compile("([A-Z]{2}|\\*):(\\d{1,4})");
    private static final long HUNDRED = 100;

    /** @param caps such as {@code FR:100} */
    static PriceCaps of(List<String> caps) {
        var percents = new HashMap<String, Integer>();
        for (var cap : caps) {
            var parts = CAP.matcher(cap.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "PRICE_CAPS has %s (expected: such as FR:100 or *:120)".formatted(cap));
            }
            percents.put(parts.group(1), Integer.valueOf(parts.group(2)));
        }
        return new PriceCaps(Map.copyOf(percents));
    }

    private Optional<Integer> of(@Nullable TicketDetails details) {
        return Optional.ofNullable(details)
                .map(TicketDetails::event)
                .map(event -> percentOfFaceValue.getOrDefault(event.country(), percentOfFaceValue.get("*")));
    }

    /**
     * The price, if it is not too high.
     *
     * @throws PriceAboveCap if it is
     * @throws InvalidInput if a cap applies, and the face value is missing
     */
    Price require(Price price, @Nullable TicketDetails details) {
        var percent = of(details);
        if (percent.isEmpty() || details == null) {
            return price;
        }
        if (details.faceValueMinor() == null) {
            throw new InvalidInput("faceValue", "faceValue is required in the country of this event");
        }
        var most = details.faceValueMinor() * percent.get() / HUNDRED;
        if (price.minor() > most) {
            throw new PriceAboveCap(StripeCurrency.major(most, price.currency()), price.currency());
        }
        return price;
    }
}
