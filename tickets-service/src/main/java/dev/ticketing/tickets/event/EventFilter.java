package dev.ticketing.tickets.event;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.ticketing.tickets.ticket.TitleTokens;
import dev.ticketing.web.input.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * A search for events. Empty fields of an HTML form do not restrict it.
 *
 * @param q words of the name, the venue and the city or their prefixes; all must match
 * @param city its name, or the beginning of it
 * @param country ISO 3166 alpha-2
 * @param from first day at the venue, such as {@code 2026-12-24}
 * @param to last day at the venue
 * @param all {@code true}: also events without a ticket for sale
 */
public record EventFilter(
        @Nullable String q,
        @Nullable String city,
        @Nullable String country,
        @Nullable String from,
        @Nullable String to,
        @Nullable String all) {

    private static final int LONGEST = 200;

    /** @throws InvalidInput if a part of it is not valid */
    List<Criteria> criteria(Instant now) {
        var criteria = new ArrayList<Criteria>();
        criteria.add(where("startsAt").gt(now));
        if (!"true".equals(all)) {
            criteria.add(where("tally.forSale").gt(0));
        }
        words("q", q).forEach(word -> criteria.add(where("tokens").regex("^" + word)));
        if (isGiven(city)) {
            criteria.add(where("cityKey").regex("^" + TitleTokens.phrase(bounded("city", city))));
        }
        if (isGiven(country)) {
            criteria.add(where("country").is(bounded("country", country).strip().toUpperCase(Locale.ROOT)));
        }
        if (isGiven(from)) {
            criteria.add(where("localTime").gte(day("from", from).toString()));
        }
        if (isGiven(to)) {
            criteria.add(where("localTime").lt(day("to", to).plusDays(1).toString()));
        }
        return criteria;
    }

    /** Whether it has text without any letters or digits. */
    boolean isHopeless() {
        return isGiven(q) && words("q", q).isEmpty()
                || isGiven(city) && words("city", city).isEmpty();
    }

    private static List<String> words(String field, @Nullable String text) {
        return isGiven(text) ? TitleTokens.of(bounded(field, text)) : List.of();
    }

    private static String bounded(String field, @Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            throw new InvalidInput(field, field + " must have at most " + LONGEST + " characters");
        }
        return text;
    }

    private static LocalDate day(String field, @Nullable String text) {
        try {
            return LocalDate.parse(bounded(field, text).strip());
        } catch (DateTimeException e) {
            throw new InvalidInput(field, field + " must be a day such as 2026-12-24");
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
