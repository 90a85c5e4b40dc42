package dev.ticketing.local.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Plausible tickets from a few lists; the same seed gives the same tickets. All names are invented. */
final class DemoTickets {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

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
    private static final List<String> CITIES = List.of(
            "Amsterdam",
            "Berlin",
            "Bristol",
            "Copenhagen",
            "Dublin",
            "Edinburgh",
            "Ghent",
            "Lisbon",
            "London",
            "Lyon",
            "Manchester",
            "Oslo",
            "Porto",
            "Rotterdam",
            "Vienna");
    private static final List<String> PLAYS = List.of(
            "Hamlet",
            "The Cherry Orchard",
            "Twelfth Night",
            "A Doll's House",
            "The Seagull",
            "Macbeth",
            "The Importance of Being Earnest",
            "Uncle Vanya",
            "Much Ado About Nothing",
            "Antigone");
    private static final List<String> SEATS = List.of("Stalls", "Dress Circle", "Upper Circle", "Box");
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
    private static final List<String> STANDS = List.of("North Stand", "South Stand", "Family Block", "Main Stand");
    private static final List<String> FESTIVALS = List.of(
            "Meadowlight",
            "Tidal Sounds",
            "Lakeside Folk Days",
            "Electric Orchard",
            "Hilltop Jazz",
            "Harvest of Strings");
    private static final List<String> PASSES =
            List.of("Day Pass", "Weekend Pass", "Weekend + Camping", "Sunday Ticket");

    private final Random random;
    private final LocalDate today;

    DemoTickets(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
    }

    Stream<DemoTicket> stream() {
        return Stream.generate(this::next);
    }

    private DemoTicket next() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> concert();
            case 4, 5 -> theatre();
            case 6, 7 -> football();
            default -> festival();
        };
    }

    private DemoTicket concert() {
        var title = "%s – %s, %s %s, %s".formatted(any(BANDS), any(TOURS), any(HALLS), any(CITIES), day());
        return new DemoTicket(title, price(25, 120));
    }

    private DemoTicket theatre() {
        var title = "%s, %s %s, %s, %s".formatted(any(PLAYS), any(HALLS), any(CITIES), any(SEATS), day());
        return new DemoTicket(title, price(18, 95));
    }

    private DemoTicket football() {
        var home = random.nextInt(CLUBS.size());
        var away = (home + 1 + random.nextInt(CLUBS.size() - 1)) % CLUBS.size();
        var title = "%s v %s, %s, %s".formatted(CLUBS.get(home), CLUBS.get(away), any(STANDS), day());
        return new DemoTicket(title, price(15, 80));
    }

    private DemoTicket festival() {
        var title = "%s Festival, %s, %s, from %s".formatted(any(FESTIVALS), any(CITIES), any(PASSES), day());
        return new DemoTicket(title, price(45, 260));
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String day() {
        return DAY.format(today.plusDays(7 + random.nextInt(240)));
    }

    private BigDecimal price(int from, int to) {
        var cents = List.of(0, 0, 50, 90, 95, 99);
        return BigDecimal.valueOf(from + random.nextInt(to - from), 0)
                .add(BigDecimal.valueOf(cents.get(random.nextInt(cents.size())), 2))
                .setScale(2);
    }
}
