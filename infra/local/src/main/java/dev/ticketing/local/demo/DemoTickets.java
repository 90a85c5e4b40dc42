package dev.ticketing.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Plausible tickets for events; the same seed gives the same tickets. */
final class DemoTickets {

    private static final List<String> SECTIONS = List.of("Stalls", "Dress Circle", "Upper Circle", "Box");
    private static final List<String> STANDS = List.of("North Stand", "South Stand", "Family Block", "Main Stand");
    private static final List<String> NOTES = List.of(
            "Two friends cannot come.", "Printed ticket, the code is attached.", "Entrance on the side street.");

    private final Random random;
    private final List<DemoEvent> events;

    DemoTickets(long seed, List<DemoEvent> events) {
        this.random = new Random(seed);
        this.events = events;
    }

    Stream<DemoTicket> stream() {
        return Stream.generate(this::next);
    }

    private DemoTicket next() {
        if (random.nextInt(20) == 0) {
            return ticket(Optional.empty(), "\"notes\":\"" + any(NOTES) + "\"", "eur", 15, 60);
        }
        var index = random.nextInt(events.size());
        var event = events.get(index);
        var currency = event.city().currency();
        return switch (event.kind()) {
            case CONCERT -> ticket(Optional.of(index), standingOr(SECTIONS), currency, 25, 120);
            case PLAY -> ticket(Optional.of(index), seat(SECTIONS), currency, 18, 95);
            case MATCH -> ticket(Optional.of(index), seat(STANDS), currency, 15, 80);
            case FESTIVAL -> ticket(Optional.of(index), "\"admission\":\"general\"", currency, 45, 260);
        };
    }

    private String standingOr(List<String> sections) {
        return random.nextInt(3) == 0 ? "\"admission\":\"standing\"" : seat(sections);
    }

    private String seat(List<String> sections) {
        var seat = "\"seat\":{\"section\":\"%s\",\"row\":\"%d\",\"number\":\"%d\"}"
                .formatted(any(sections), 1 + random.nextInt(30), 1 + random.nextInt(40));
        return random.nextInt(6) == 0 ? seat + ",\"restrictions\":[\"restricted-view\"]" : seat;
    }

    private DemoTicket ticket(Optional<Integer> event, String place, String currency, int from, int to) {
        var faceValue = BigDecimal.valueOf(from + random.nextInt(to - from)).setScale(2);
        var percent = BigDecimal.valueOf(80 + random.nextInt(31));
        var price = faceValue.multiply(percent).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        var code = random.nextInt(5) < 3
                ? Optional.of(new UUID(random.nextLong(), random.nextLong()).toString())
                : Optional.<String>empty();
        return new DemoTicket(event, place, price, currency, faceValue, code);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
