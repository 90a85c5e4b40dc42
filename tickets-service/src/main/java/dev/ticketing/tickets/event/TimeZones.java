package dev.ticketing.tickets.event;

import dev.ticketing.tickets.ticket.TitleTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The time zone of a place, from {@code zone.tab} of the IANA time zone database. */
final class TimeZones {

    private static final Map<String, List<ZoneId>> BY_COUNTRY = read();

    private TimeZones() {}

    private static Map<String, List<ZoneId>> read() {
        var zones = new HashMap<String, List<ZoneId>>();
        try (var file = new BufferedReader(
                new InputStreamReader(TimeZones.class.getResourceAsStream("/zone.tab"), StandardCharsets.US_ASCII))) {
            file.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .filter(columns -> ZoneId.getAvailableZoneIds().contains(columns[2]))
                    .forEach(columns -> zones.computeIfAbsent(columns[0], country -> new ArrayList<>())
                            .add(ZoneId.of(columns[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zones;
    }

    static boolean isCountry(String code) {
        return BY_COUNTRY.containsKey(code);
    }

    /** Empty if there is no such zone; an offset such as {@code +01:00} is none. */
    static Optional<ZoneId> named(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /** The zone of a city; empty if the clocks of its country differ at this time, and no zone has the city's name. */
    static Optional<ZoneId> of(String country, String city, LocalDateTime at) {
        var zones = BY_COUNTRY.getOrDefault(country, List.of());
        var agree = zones.stream()
                        .map(zone -> zone.getRules().getOffset(at))
                        .distinct()
                        .count()
                == 1;
        return agree
                ? zones.stream().findFirst()
                : zones.stream()
                        .filter(zone -> cityOf(zone).equals(TitleTokens.phrase(city)))
                        .findFirst();
    }

    /** {@code America/New_York} has the city {@code new york}. */
    private static String cityOf(ZoneId zone) {
        return TitleTokens.phrase(zone.getId().substring(zone.getId().lastIndexOf('/') + 1));
    }
}
