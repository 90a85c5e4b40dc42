package dev.ticketing.tickets.search;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.ticketing.events.StripeCurrency;
import dev.ticketing.tickets.listing.Amounts;
import dev.ticketing.tickets.listing.ListingForm;
import dev.ticketing.tickets.listing.UnsupportedCurrency;
import dev.ticketing.tickets.ticket.TitleTokens;
import dev.ticketing.web.input.Currencies;
import dev.ticketing.web.input.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * A search for tickets on sale. Empty fields of an HTML form do not restrict it.
 *
 * @param q words of the title and the event or their prefixes; all must match
 * @param minPrice in major units of the currency
 * @param maxPrice like minPrice
 * @param currency of the prices
 * @param event id of an event, or {@code none} for tickets without one
 */
public record TicketFilter(
        @Nullable String q,
        @Nullable String minPrice,
        @Nullable String maxPrice,
        @Nullable String currency,
        @Nullable String event) {

    private static final String NONE = "none";
    private static final int LONGEST_Q = 200;
    private static final BigDecimal MOST = new BigDecimal("999999999999.99");
    private static final int MOST_DIGITS = 2;

    /**
     * Prices are compared within one currency. If prices matter and no currency is given, the first supported one
     * applies.
     *
     * @throws UnsupportedCurrency if the given one is not supported
     */
    public TicketFilter within(Currencies currencies, TicketOrder order) {
        if (isGiven(currency)) {
            var traded = currencies
                    .find(currency)
                    .orElseThrow(
                            () -> new UnsupportedCurrency("currency must be one of " + ListingForm.codes(currencies)));
            return in(traded.code());
        }
        var comparesPrices = order.isByPrice() || isGiven(minPrice) || isGiven(maxPrice);
        return in(comparesPrices ? currencies.first().code() : null);
    }

    private TicketFilter in(@Nullable String code) {
        return new TicketFilter(q, minPrice, maxPrice, code, event);
    }

    /** @throws InvalidInput if a part of it is not valid */
    List<Criteria> criteria() {
        var criteria = new ArrayList<Criteria>();
        if (isGiven(q)) {
            // letters and digits only: for quoted text some engines detect no prefix, and scan the whole index
            words().forEach(word -> criteria.add(where("titleTokens").regex("^" + word)));
        }
        if (event != null && isGiven(event)) {
            criteria.add(where("details.event._id").is(event.equals(NONE) ? null : id(event)));
        }
        if (isGiven(currency)) {
            criteria.add(where("currency").is(currency));
        }
        if (minPrice != null && isGiven(minPrice)) {
            criteria.add(where("priceMinor").gte(minor("minPrice", minPrice, RoundingMode.CEILING)));
        }
        if (maxPrice != null && isGiven(maxPrice)) {
            criteria.add(where("priceMinor").lte(minor("maxPrice", maxPrice, RoundingMode.FLOOR)));
        }
        return criteria;
    }

    /** Whether it has text without any letters or digits: no title can match. */
    boolean isHopeless() {
        return isGiven(q) && words().isEmpty();
    }

    private List<String> words() {
        if (q == null) {
            return List.of();
        }
        if (q.length() > LONGEST_Q) {
            throw new InvalidInput("q", "q must have at most " + LONGEST_Q + " characters");
        }
        return TitleTokens.of(q);
    }

    private static String id(String given) {
        if (!given.matches("[0-9a-fA-F]{24}")) {
            throw new InvalidInput("event", "event must be the id of an event, or none");
        }
        return given.toLowerCase(Locale.ROOT);
    }

    private long minor(String field, String given, RoundingMode rounding) {
        var decimals = StripeCurrency.of(currency).orElseThrow().decimals();
        return Amounts.parse(given)
                .filter(amount -> amount.signum() >= 0 && amount.compareTo(MOST) <= 0)
                .filter(amount -> amount.stripTrailingZeros().scale() <= MOST_DIGITS)
                .map(amount ->
                        amount.movePointRight(decimals).setScale(0, rounding).longValueExact())
                .orElseThrow(() -> new InvalidInput(field, field + " must be an amount such as 20.00"));
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
