package dev.ticketing.client.web.live;

import dev.ticketing.web.InvalidInput;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a page shows.
 *
 * @param order that its buyer looks at, or {@code null}
 */
record Interest(Set<String> tickets, String order) {

    /** As many as a page of a list can hold. */
    private static final int MOST = 100;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    /** @throws InvalidInput if these are no ids, or more than a page can show */
    static Interest of(List<String> tickets, String order) {
        var wanted = new LinkedHashSet<>(tickets);
        wanted.remove("");
        if (wanted.size() > MOST
                || !wanted.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw new InvalidInput("tickets", "tickets must be at most " + MOST + " ids");
        }
        var one = order == null || order.isEmpty() ? null : order;
        if (one != null && !ID.matcher(one).matches()) {
            throw new InvalidInput("order", "order must be an id");
        }
        return new Interest(Set.copyOf(wanted), one);
    }

    Stream<String> ids() {
        return Stream.concat(tickets.stream(), Stream.ofNullable(order)).distinct();
    }
}
