package dev.ticketing.tickets.event;

import dev.ticketing.tickets.input.InvalidForm;
import dev.ticketing.tickets.input.Text;
import dev.ticketing.web.input.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The unchecked data of an event.
 *
 * @param startsAt local time of the venue, {@code 2026-12-24T20:00}, or with an offset (RFC 3339)
 * @param timeZone IANA name; needed only if the country has several and none is named after the city
 */
public record EventForm(
        @Nullable String name,
        @Nullable String venue,
        @Nullable String city,
        @Nullable String country,
        @Nullable String startsAt,
        @Nullable String timeZone) {

    private static final int LONGEST = 120;
    private static final int LONGEST_TIME = 40;
    private static final Period FURTHEST = Period.ofYears(3);

    /** An event that satisfies every rule. */
    record Valid(
            String name,
            String venue,
            String city,
            String country,
            LocalDateTime localTime,
            ZoneId timeZone,
            Instant startsAt) {}

    /** @throws InvalidForm with every violation */
    Valid checked(Instant now) {
        var checks = new InvalidForm.Checks("event");
        var checkedName = checks.of(() -> Text.require("name", name, Text.LONGEST_TITLE));
        var checkedVenue = checks.of(() -> Text.require("venue", venue, LONGEST));
        var checkedCity = checks.of(() -> Text.require("city", city, LONGEST));
        var checkedCountry = checks.of(this::checkedCountry);
        var time = checks.of(this::checkedTime);
        checks.requireNone();
        var zone = checks.of(() ->
                checkedZone(checkedCountry.get(), checkedCity.get(), time.get().local()));
        checks.requireNone();
        var start = checks.of(() -> start(time.get(), zone.get(), now));
        checks.requireNone();
        return new Valid(
                checkedName.get(),
                checkedVenue.get(),
                checkedCity.get(),
                checkedCountry.get(),
                LocalDateTime.ofInstant(start.get(), zone.get()),
                zone.get(),
                start.get());
    }

    private String checkedCountry() {
        return Optional.ofNullable(country)
                .filter(given -> given.length() == 2)
                .map(given -> given.toUpperCase(Locale.ROOT))
                .filter(TimeZones::isCountry)
                .orElseThrow(() -> new InvalidInput("country", "country must be a code of two letters, such as DE"));
    }

    /** @param offset if one was given */
    private record Time(LocalDateTime local, Optional<ZoneOffset> offset) {}

    private Time checkedTime() {
        try {
            var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    startsAt == null || startsAt.length() > LONGEST_TIME ? "" : startsAt.strip(),
                    OffsetDateTime::from,
                    LocalDateTime::from);
            return parsed instanceof OffsetDateTime time
                    ? new Time(time.toLocalDateTime(), Optional.of(time.getOffset()))
                    : new Time((LocalDateTime) parsed, Optional.empty());
        } catch (DateTimeException e) {
            throw new InvalidInput("startsAt", "startsAt must be a date and time such as 2026-12-24T20:00");
        }
    }

    private ZoneId checkedZone(String inCountry, String inCity, LocalDateTime at) {
        if (timeZone != null && !timeZone.isBlank()) {
            return TimeZones.named(timeZone.strip())
                    .orElseThrow(() -> new InvalidInput("timeZone", "timeZone must be a name such as Europe/Berlin"));
        }
        return TimeZones.of(inCountry, inCity, at)
                .orElseThrow(() -> new InvalidInput(
                        "timeZone", "timeZone is required, because the country has several: such as America/Chicago"));
    }

    /** A local time that exists twice is the earlier one, unless the offset tells them apart. */
    private static Instant start(Time time, ZoneId zone, Instant now) {
        var start = time.offset()
                .map(offset -> time.local().truncatedTo(ChronoUnit.SECONDS).toInstant(offset))
                .orElseGet(() -> existing(time.local(), zone));
        if (!start.isAfter(now)) {
            throw new InvalidInput("startsAt", "startsAt must be in the future");
        }
        if (start.isAfter(now.atZone(zone).plus(FURTHEST).toInstant())) {
            throw new InvalidInput("startsAt", "startsAt must be within three years");
        }
        return start;
    }

    private static Instant existing(LocalDateTime local, ZoneId zone) {
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw new InvalidInput(
                    "startsAt", "startsAt does not exist: the clocks go forward at that time in " + zone.getId());
        }
        return local.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toInstant();
    }
}
