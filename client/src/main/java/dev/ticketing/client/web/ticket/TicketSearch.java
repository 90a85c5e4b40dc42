package dev.ticketing.client.web.ticket;

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

    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("q", q);
        parameters.put("minPrice", minPrice);
        parameters.put("maxPrice", maxPrice);
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
