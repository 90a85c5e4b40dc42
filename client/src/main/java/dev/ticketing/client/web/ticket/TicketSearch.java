package dev.ticketing.client.web.ticket;

import dev.ticketing.client.web.site.TypedAmount;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** What a visitor looks for; it lives in the page's address. What was left empty is {@code null}. */
record TicketSearch(String q, String minPrice, String maxPrice, String sort, String cursor) {

    TicketSearch {
        q = given(q);
        minPrice = given(minPrice);
        maxPrice = given(maxPrice);
        sort = given(sort);
        cursor = given(cursor);
    }

    private static String given(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Whether some tickets are left out. */
    public boolean isNarrow() {
        return q != null || minPrice != null || maxPrice != null;
    }

    public boolean hasPrice() {
        return minPrice != null || maxPrice != null;
    }

    /** Address of the search without its prices. */
    public String atAnyPrice() {
        return new TicketSearch(q, null, null, sort, null).address();
    }

    /** What the page's own address should be: nothing in it that goes without saying. */
    String address() {
        return new TicketSearch(q, minPrice, maxPrice, "newest".equals(sort) ? null : sort, cursor).from(cursor);
    }

    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("q", q);
        parameters.put("minPrice", TypedAmount.plain(minPrice));
        parameters.put("maxPrice", TypedAmount.plain(maxPrice));
        parameters.put("sort", sort);
        parameters.put("cursor", cursor);
        parameters.values().removeIf(value -> value == null);
        return parameters;
    }

    /** Address of the same search from another place in the list on. */
    public String from(String cursor) {
        var parameters = parameters();
        parameters.put("cursor", cursor);
        parameters.values().removeIf(value -> value == null);
        var address = UriComponentsBuilder.fromPath("/");
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
