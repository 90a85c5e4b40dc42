package dev.ticketing.client.web.event;

import dev.ticketing.client.api.Event;
import dev.ticketing.client.api.EventsApi;
import dev.ticketing.client.api.TicketsApi;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /events}: one event and its tickets. */
@Controller
@RequestMapping("/events")
class EventController {

    private final EventsApi events;
    private final TicketsApi tickets;
    private final Clock clock;

    EventController(EventsApi events, TicketsApi tickets, Clock clock) {
        this.events = events;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** Prices compare within one currency: the one of most tickets. */
    private static Map<String, String> cheapestFirst(Event event) {
        var wanted = new LinkedHashMap<>(Map.of("event", event.id(), "sort", "price"));
        event.currency().ifPresent(currency -> wanted.put("currency", currency));
        return wanted;
    }

    /** At the venue. */
    private LocalDate today(Event event) {
        return clock.instant().atOffset(event.startsAt().getOffset()).toLocalDate();
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable String id) {
        var event = events.find(id);
        var offered = tickets.search(cheapestFirst(event));
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(LocaleContextHolder.getLocale())
                .format(event.startsAt());
        var preview = EventPreview.of(event, day);
        return new ModelAndView("event/show")
                .addObject("preview", preview)
                .addObject("structured", preview.structured(event))
                .addObject(
                        "days",
                        ChronoUnit.DAYS.between(today(event), event.startsAt().toLocalDate()))
                .addObject("event", event)
                .addObject("tickets", offered.items())
                .addObject("more", event.forSale() > offered.items().size())
                .addObject("over", !event.startsAt().toInstant().isAfter(clock.instant()));
    }
}
