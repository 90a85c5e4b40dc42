package dev.ticketing.client.web.ticket;

import dev.ticketing.client.web.i18n.TypedAmount;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A visitor's search, taken from the address of the page. Empty fields are absent.
 *
 * @param currency of the price comparison
 */
record TicketSearch(
        @Nullable String q,
        @Nullable String minPrice,
        @Nullable String maxPrice,
        @Nullable String currency,
        @Nullable String sort,
        @Nullable String cursor) {

    TicketSearch {
        q = given(q);
        minPrice = given(minPrice);
        maxPrice = given(maxPrice);
        currency = given(currency);
        sort = given(sort);
        cursor = given(cursor);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Whether the search excludes some tickets. */
    public boolean isNarrow() {
        return q != null || minPrice != null || maxPrice != null || currency != null;
    }

    /** Whether the lowest price is above the highest, so that nothing can be found. */
    public boolean isUpsideDown() {
        try {
            return minPrice != null
                    && maxPrice != null
                    && new BigDecimal(minPrice).compareTo(new BigDecimal(maxPrice)) > 0;
        } catch (NumberFormatException e) {
            return false; // ambiguous, and refused
        }
    }

    public boolean hasPrice() {
        return minPrice != null || maxPrice != null;
    }

    boolean comparesPrices() {
        return hasPrice() || sort != null && !sort.equals("newest");
    }

    /** The same search with prices in the format of the services; ambiguous ones stay unchanged. */
    TicketSearch understood(Locale locale) {
        return new TicketSearch(q, plain(minPrice, locale), plain(maxPrice, locale), currency, sort, cursor);
    }

    private static @Nullable String plain(@Nullable String typed, Locale locale) {
        return TypedAmount.read(typed, locale).plain().orElse(typed);
    }

    TicketSearch in(String code) {
        return new TicketSearch(q, minPrice, maxPrice, code, sort, cursor);
    }

    /** Address of the search without its prices. */
    public String atAnyPrice() {
        return new TicketSearch(q, null, null, null, sort, null).address();
    }

    /** The page's canonical address, without redundant parameters. */
    String address() {
        return new TicketSearch(q, minPrice, maxPrice, currency, "newest".equals(sort) ? null : sort, cursor)
                .from(cursor);
    }

    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, @Nullable String>();
        parameters.put("q", q);
        parameters.put("minPrice", minPrice);
        parameters.put("maxPrice", maxPrice);
        parameters.put("currency", currency);
        parameters.put("sort", sort);
        parameters.put("cursor", cursor);
        parameters.values().removeIf(value -> value == null);
        return parameters;
    }

    /** Address of the same search, continued at a cursor. */
    public String from(@Nullable String cursor) {
        var parameters = parameters();
        parameters.put("cursor", cursor);
        parameters.values().removeIf(value -> value == null);
        var address = UriComponentsBuilder.fromPath("/");
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
