package dev.ticketing.tickets.search;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.web.input.InvalidInput;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * The sort orders of tickets, those by price within one currency, and where the next page starts; the id breaks ties.
 */
public enum TicketOrder {
    NEWEST("newest", Direction.DESC, Ticket::id),
    PRICE("price", Direction.ASC, TicketOrder::priceAndId),
    PRICE_DOWN("-price", Direction.DESC, TicketOrder::priceAndId);

    private static final String PRICE_FIELD = "priceMinor";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern PRICE_AND_ID = Pattern.compile("([0-9]{1,15})-([0-9a-f]{24})");

    private final String word;
    private final Direction direction;
    private final Function<Ticket, String> cursorOf;

    TicketOrder(String word, Direction direction, Function<Ticket, String> cursorOf) {
        this.word = word;
        this.direction = direction;
        this.cursorOf = cursorOf;
    }

    /** @throws InvalidInput if the order does not exist */
    public static TicketOrder of(String word) {
        return Stream.of(values())
                .filter(order -> order.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("sort", "sort must be newest, price or -price"));
    }

    private static String priceAndId(Ticket ticket) {
        return ticket.price().minor() + "-" + ticket.id();
    }

    boolean isByPrice() {
        return this != NEWEST;
    }

    public String cursorOf(Ticket ticket) {
        return cursorOf.apply(ticket);
    }

    Sort sort() {
        return this == NEWEST ? Sort.by(direction, "id") : Sort.by(direction, PRICE_FIELD, "id");
    }

    /** The tickets after the ticket of this cursor; 400 if the cursor belongs to another order. */
    Criteria after(String cursor) {
        var parts = (this == NEWEST ? ID : PRICE_AND_ID).matcher(cursor);
        if (!parts.matches()) {
            throw new InvalidInput("cursor", "cursor must come from the link on the previous page");
        }
        if (this == NEWEST) {
            return beyond("id", cursor);
        }
        var price = Long.parseLong(parts.group(1));
        var later = new Criteria()
                .orOperator(
                        beyond(PRICE_FIELD, price),
                        new Criteria().andOperator(where(PRICE_FIELD).is(price), beyond("id", parts.group(2))));
        return new Criteria().andOperator(from(price), later);
    }

    /** Logically redundant, but a bound at which the index scan can start; the alternatives have none. */
    private Criteria from(long price) {
        return direction == Direction.ASC
                ? where(PRICE_FIELD).gte(price)
                : where(PRICE_FIELD).lte(price);
    }

    private Criteria beyond(String field, Object value) {
        return direction == Direction.ASC
                ? where(field).gt(value)
                : where(field).lt(value);
    }
}
