package dev.ticketing.tickets.event;

import dev.ticketing.events.TicketDetails.Occasion;
import dev.ticketing.tickets.ticket.TitleTokens;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that people buy tickets for. It is a fact: nobody edits it.
 *
 * @param localTime of the venue, such as {@code 2026-12-24T20:00}; text, because a database has no local times. With it
 *     and the zone the start can be derived again when the rules of the zone change
 * @param key name, venue and local date in the form that search compares; its unique index prevents a second event
 * @param startsAt derived from the local time and the zone when it was added, for sorting
 * @param tokens words of its name, venue and city
 * @param cityKey the city in the form that search compares
 * @param madeBy token of the request that added it, if it had a key (ADR 0035)
 * @param tally its tickets for sale
 */
@Document("events")
@CompoundIndex(name = "forSale", def = "{'tally.forSale': 1, startsAt: 1, _id: 1}")
@CompoundIndex(name = "soonest", def = "{startsAt: 1, _id: 1}")
@CompoundIndex(name = "city", def = "{cityKey: 1, startsAt: 1, _id: 1}")
@CompoundIndex(name = "words", def = "{tokens: 1, startsAt: 1, _id: 1}")
public record ListedEvent(
        @Id String id,
        String name,
        String venue,
        String city,
        String country,
        String localTime,
        String timeZone,
        Instant startsAt,
        @Indexed(unique = true) String key,
        List<String> tokens,
        String cityKey,
        String userId,
        Instant createdAt,
        @Indexed(unique = true, sparse = true) @Nullable String madeBy,
        Tally tally) {

    /**
     * The tickets for sale.
     *
     * @param counted number of the change of a ticket after which they were counted
     * @param fromMinor the lowest price; absent without a ticket
     */
    public record Tally(
            long counted,
            long forSale,
            @Nullable Long fromMinor,
            @Nullable String currency) {

        static final Tally NONE = new Tally(0, 0, null, null);
    }

    static ListedEvent of(EventForm.Valid valid, String userId, Instant now, Optional<String> madeBy) {
        return new ListedEvent(
                new ObjectId().toHexString(),
                valid.name(),
                valid.venue(),
                valid.city(),
                valid.country(),
                valid.localTime().toString(),
                valid.timeZone().getId(),
                valid.startsAt(),
                key(valid),
                TitleTokens.of(valid.name() + " " + valid.venue() + " " + valid.city()),
                TitleTokens.phrase(valid.city()),
                userId,
                now,
                madeBy.orElse(null),
                Tally.NONE);
    }

    /** Two events with the same key are the same event. */
    static String key(EventForm.Valid valid) {
        return String.join(
                "|",
                TitleTokens.phrase(valid.name()),
                TitleTokens.phrase(valid.venue()),
                valid.localTime().toLocalDate().toString());
    }

    /** With the offset of the venue. */
    OffsetDateTime start() {
        return startsAt.atZone(ZoneId.of(timeZone)).toOffsetDateTime();
    }

    public Occasion occasion() {
        return new Occasion(id, name, venue, city, country, startsAt, timeZone);
    }
}
