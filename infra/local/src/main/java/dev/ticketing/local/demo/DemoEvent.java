package dev.ticketing.local.demo;

import java.time.LocalDateTime;

/** An event as a seller adds it. */
record DemoEvent(Kind kind, String name, String venue, City city, LocalDateTime startsAt) {

    enum Kind {
        CONCERT,
        PLAY,
        MATCH,
        FESTIVAL
    }

    record City(String name, String country, String timeZone, String currency) {}

    String json() {
        return "{\"name\":\"%s\",\"venue\":\"%s\",\"city\":\"%s\",\"country\":\"%s\",\"startsAt\":\"%s\",\"timeZone\":\"%s\"}"
                .formatted(name, venue, city.name(), city.country(), startsAt, city.timeZone());
    }
}
