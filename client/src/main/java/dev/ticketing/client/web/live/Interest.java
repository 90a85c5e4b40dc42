package dev.ticketing.client.web.live;

import dev.ticketing.web.input.InvalidInput;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The subjects of the pages behind a stream.
 *
 * @param orders that their buyer has open
 * @param seller whose tickets are all reported
 */
record Interest(
        Set<String> tickets, Set<String> orders, @Nullable String seller) {

    /** As many as a page of a list can contain. */
    private static final int MOST = 100;

    private static final int MOST_ORDERS = 20;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    /** @throws InvalidInput if these are not ids, or more than pages can show */
    static Interest of(List<String> tickets, List<String> orders, @Nullable String seller) {
        return new Interest(ids("tickets", tickets, MOST), ids("order", orders, MOST_ORDERS), seller);
    }

    private static Set<String> ids(String name, List<String> given, int most) {
        var wanted = new LinkedHashSet<>(given);
        wanted.remove("");
        if (wanted.size() > most
                || !wanted.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw new InvalidInput(name, name + " must be at most " + most + " ids");
        }
        return Set.copyOf(wanted);
    }

    Stream<String> ids() {
        return Stream.of(tickets.stream(), orders.stream(), Stream.ofNullable(seller))
                .flatMap(ids -> ids)
                .distinct();
    }
}
