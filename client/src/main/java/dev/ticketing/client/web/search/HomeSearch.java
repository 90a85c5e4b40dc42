package dev.ticketing.client.web.search;

import dev.ticketing.client.web.i18n.TypedAmount;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A visitor's search, taken from the address of the page. Empty fields are absent. Events are found by words, city and
 * day; tickets without an event by words and price.
 *
 * @param currency of the price comparison
 * @param cursor of a later page of tickets
 * @param after cursor of a later page of events
 */
record HomeSearch(
        @Nullable String q,
        @Nullable String city,
        @Nullable String from,
        @Nullable String to,
        @Nullable String minPrice,
        @Nullable String maxPrice,
        @Nullable String currency,
        @Nullable String sort,
        @Nullable String cursor,
        @Nullable String after) {

    private static final Set<String> OF_TICKETS = Set.of("q", "minPrice", "maxPrice", "currency", "sort", "cursor");
    private static final Set<String> OF_EVENTS = Set.of("q", "city", "from", "to");
    private static final String EVENTS_OF_A_PAGE = "24";

    HomeSearch {
        q = given(q);
        city = given(city);
        from = given(from);
        to = given(to);
        minPrice = given(minPrice);
        maxPrice = given(maxPrice);
        currency = given(currency);
        sort = given(sort);
        cursor = given(cursor);
        after = given(after);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static HomeSearch of(Map<String, String> parameters) {
        return new HomeSearch(
                parameters.get("q"),
                parameters.get("city"),
                parameters.get("from"),
                parameters.get("to"),
                parameters.get("minPrice"),
                parameters.get("maxPrice"),
                parameters.get("currency"),
                parameters.get("sort"),
                parameters.get("cursor"),
                parameters.get("after"));
    }

    /** Whether the search excludes something. */
    public boolean isNarrow() {
        return q != null || isByPlaceOrDay() || isByPrice();
    }

    /** Tickets without an event have neither a city nor a date. */
    private boolean isByPlaceOrDay() {
        return city != null || from != null || to != null;
    }

    /** Whether the search excludes some of the tickets without an event. */
    public boolean isByPrice() {
        return hasPrice() || currency != null;
    }

    /** A later page of the tickets has no events. */
    public boolean showsEvents() {
        return cursor == null;
    }

    public boolean showsTickets() {
        return after == null && !isByPlaceOrDay();
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
    HomeSearch understood(Locale locale) {
        return with("minPrice", plain(minPrice, locale)).with("maxPrice", plain(maxPrice, locale));
    }

    private static @Nullable String plain(@Nullable String typed, Locale locale) {
        return TypedAmount.read(typed, locale).plain().orElse(typed);
    }

    HomeSearch in(String code) {
        return with("currency", code);
    }

    private HomeSearch with(String name, @Nullable String value) {
        var parameters = parameters();
        if (value == null) {
            parameters.remove(name);
        } else {
            parameters.put(name, value);
        }
        return of(parameters);
    }

    private HomeSearch without(String... names) {
        var parameters = parameters();
        Arrays.asList(names).forEach(parameters::remove);
        return of(parameters);
    }

    /** Address of the search without its prices. */
    public String atAnyPrice() {
        return without("minPrice", "maxPrice", "currency", "cursor", "after").canonical();
    }

    /** Address of the first page on these days; {@code null} for any day. */
    public String on(@Nullable String fromDay, @Nullable String toDay) {
        return without("cursor", "after")
                .with("from", fromDay)
                .with("to", toDay)
                .canonical();
    }

    /** Address of the first page in a city. */
    public String around(String place) {
        return without("cursor", "after").with("city", place).canonical();
    }

    /** The page's canonical address, without redundant parameters. */
    String address() {
        return "newest".equals(sort) ? without("sort").canonical() : canonical();
    }

    Map<String, String> ofTickets() {
        var parameters = only(OF_TICKETS);
        parameters.put("event", "none");
        return parameters;
    }

    Map<String, String> ofEvents() {
        var parameters = only(OF_EVENTS);
        parameters.put("limit", EVENTS_OF_A_PAGE);
        if (after != null) {
            parameters.put("cursor", after);
        }
        return parameters;
    }

    private Map<String, String> only(Set<String> names) {
        var parameters = parameters();
        parameters.keySet().retainAll(names);
        return parameters;
    }

    private Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        var names = List.of("q", "city", "from", "to", "minPrice", "maxPrice", "currency", "sort", "cursor", "after");
        var values = Arrays.asList(q, city, from, to, minPrice, maxPrice, currency, sort, cursor, after);
        for (var at = 0; at < names.size(); at++) {
            if (values.get(at) != null) {
                parameters.put(names.get(at), values.get(at));
            }
        }
        return parameters;
    }

    /** Address of the same search, continued at a cursor of its tickets. */
    public String ticketsFrom(@Nullable String cursor) {
        return without("after").with("cursor", cursor).canonical();
    }

    /** Address of the same search, continued at a cursor of its events. */
    public String eventsFrom(@Nullable String cursor) {
        return without("cursor").with("after", cursor).canonical();
    }

    private String canonical() {
        var parameters = parameters();
        var address = UriComponentsBuilder.fromPath("/");
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
