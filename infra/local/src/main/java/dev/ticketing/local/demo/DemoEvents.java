package dev.ticketing.local.demo;

import dev.ticketing.local.demo.DemoEvent.City;
import dev.ticketing.local.demo.DemoEvent.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Plausible events from a few lists; the same seed gives the same events. All names but those of plays are invented. */
final class DemoEvents {

    private static final int DAYS = 210;

    private static final List<City> CITIES = List.of(
            new City("Amsterdam", "NL", "Europe/Amsterdam", "eur"),
            new City("Berlin", "DE", "Europe/Berlin", "eur"),
            new City("Bern", "CH", "Europe/Zurich", "chf"),
            new City("Dublin", "IE", "Europe/Dublin", "eur"),
            new City("Edinburgh", "GB", "Europe/London", "gbp"),
            new City("Lisbon", "PT", "Europe/Lisbon", "eur"),
            new City("London", "GB", "Europe/London", "gbp"),
            new City("Lyon", "FR", "Europe/Paris", "eur"),
            new City("Mumbai", "IN", "Asia/Kolkata", "usd"),
            new City("New York", "US", "America/New_York", "usd"),
            new City("San Francisco", "US", "America/Los_Angeles", "usd"),
            new City("Sydney", "AU", "Australia/Sydney", "usd"),
            new City("Vienna", "AT", "Europe/Vienna", "eur"),
            new City("Zürich", "CH", "Europe/Zurich", "chf"));
    private static final List<String> BANDS = List.of(
            "Paper Lanterns",
            "The Slow Comets",
            "Marrow & Vine",
            "Nightjar Parade",
            "Copper Tide",
            "Velvet Atlas",
            "The Harbour Lights",
            "Glass Orchard",
            "Saltwater Choir",
            "Midnight Tramway",
            "Juniper Falls",
            "Static Bloom");
    private static final List<String> TOURS =
            List.of("Northern Lights Tour", "Acoustic Evening", "Farewell Show", "Album Launch", "Summer Tour", "Live");
    private static final List<String> HALLS = List.of(
            "Riverside Hall",
            "The Foundry",
            "Old Corn Exchange",
            "Palace Ballroom",
            "Dockside Arena",
            "Union Chapel Rooms",
            "Lyric Theatre",
            "Waterworks",
            "The Assembly",
            "Grand Pavilion");
    private static final List<String> PLAYS = List.of(
            "Hamlet",
            "The Cherry Orchard",
            "Twelfth Night",
            "A Doll’s House",
            "The Seagull",
            "Macbeth",
            "The Importance of Being Earnest",
            "Uncle Vanya",
            "Much Ado About Nothing",
            "Antigone");
    private static final List<String> CLUBS = List.of(
            "Harbour City",
            "Rovers 1897",
            "Northgate Athletic",
            "Castle Rangers",
            "FC Meridian",
            "Old Mill United",
            "Sporting Lindenau",
            "Westbank Wanderers",
            "Racing Belmonte",
            "Union Altstadt");
    private static final List<String> FESTIVALS = List.of(
            "Meadowlight",
            "Tidal Sounds",
            "Lakeside Folk Days",
            "Electric Orchard",
            "Hilltop Jazz",
            "Harvest of Strings");

    private final Random random;
    private final LocalDate today;

    DemoEvents(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
    }

    Stream<DemoEvent> stream() {
        return Stream.generate(this::next);
    }

    private DemoEvent next() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> of(Kind.CONCERT, any(BANDS) + " – " + any(TOURS), any(HALLS), 20);
            case 4, 5 -> of(Kind.PLAY, any(PLAYS), any(HALLS), 19);
            case 6, 7 -> of(Kind.MATCH, match(), "Stadium", 15);
            default -> of(Kind.FESTIVAL, any(FESTIVALS) + " Festival", "Festival grounds", 12);
        };
    }

    private DemoEvent of(Kind kind, String name, String venue, int hour) {
        var day = today.plusDays(3 + random.nextInt(DAYS));
        return new DemoEvent(kind, name, venue, any(CITIES), day.atTime(hour, random.nextBoolean() ? 0 : 30));
    }

    private String match() {
        var home = random.nextInt(CLUBS.size());
        var away = (home + 1 + random.nextInt(CLUBS.size() - 1)) % CLUBS.size();
        return CLUBS.get(home) + " v " + CLUBS.get(away);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
