package dev.ticketing.tickets.search;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.web.input.InvalidInput;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
    PRICE_DOWN("-price", Direction.DESC, TicketOrder::priceAndId),
    /** Of tickets with an event. */
    DATE("date", Direction.ASC, TicketOrder::startAndId);

    private static final String PRICE_FIELD = "priceMinor";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final String START_FIELD = "details.event.startsAt";
    private static final Pattern NUMBER_AND_ID = Pattern.compile("([0-9]{1,15})-([0-9a-f]{24})");

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
                .orElseThrow(() -> new InvalidInput("sort", "sort must be newest, price, -price or date"));
    }

    private static String priceAndId(Ticket ticket) {
        return ticket.price().minor() + "-" + ticket.id();
    }

    private static String startAndId(Ticket ticket) {
        return Objects.requireNonNull(ticket.occasion()).startsAt().getEpochSecond() + "-" + ticket.id();
    }

    boolean isByPrice() {
        return this == PRICE || this == PRICE_DOWN;
    }

    /** What every ticket of this order has. */
    List<Criteria> criteria() {
        return this == DATE ? List.of(where(START_FIELD).exists(true)) : List.of();
    }

    public String cursorOf(Ticket ticket) {
        return cursorOf.apply(ticket);
    }

    Sort sort() {
        return switch (this) {
            case NEWEST -> Sort.by(direction, "id");
            case PRICE, PRICE_DOWN -> Sort.by(direction, PRICE_FIELD, "id");
            case DATE -> Sort.by(direction, START_FIELD, "id");
        };
    }

    /** The tickets after the ticket of this cursor; 400 if the cursor belongs to another order. */
    Criteria after(String cursor) {
        var parts = (this == NEWEST ? ID : NUMBER_AND_ID).matcher(cursor);
        if (!parts.matches()) {
            throw new InvalidInput("cursor", "cursor must come from the link on the previous page");
        }
        if (this == NEWEST) {
            return beyond("id", cursor);
        }
        var number = Long.parseLong(parts.group(1));
        return this == DATE
                ? after(START_FIELD, Instant.ofEpochSecond(number), parts.group(2))
                : after(PRICE_FIELD, number, parts.group(2));
    }

    /** The first bound is logically redundant; the index scan starts there, because alternatives give it no bound. */
    private Criteria after(String field, Object value, String id) {
        var later = new Criteria()
                .orOperator(
                        beyond(field, value),
                        new Criteria().andOperator(where(field).is(value), beyond("id", id)));
        return new Criteria().andOperator(from(field, value), later);
    }

    private Criteria from(String field, Object value) {
        return direction == Direction.ASC
                ? where(field).gte(value)
                : where(field).lte(value);
    }

    private Criteria beyond(String field, Object value) {
        return direction == Direction.ASC
                ? where(field).gt(value)
                : where(field).lt(value);
    }
}
