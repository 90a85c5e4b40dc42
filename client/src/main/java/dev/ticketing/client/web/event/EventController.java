package dev.ticketing.client.web.event;

import dev.ticketing.client.api.Event;
import dev.ticketing.client.api.EventsApi;
import dev.ticketing.client.api.TicketsApi;
import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.Page;
import dev.ticketing.client.web.form.ProblemTexts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /events}: what there are tickets for, and the tickets of one event. */
@Controller
@RequestMapping("/events")
class EventController {

    private static final int MOST_CITIES = 14;

    private final EventsApi events;
    private final TicketsApi tickets;
    private final ProblemTexts texts;
    private final Clock clock;

    EventController(EventsApi events, TicketsApi tickets, ProblemTexts texts, Clock clock) {
        this.events = events;
        this.tickets = tickets;
        this.texts = texts;
        this.clock = clock;
    }

    /** A visitor's search, as in the address of the page. */
    record EventSearch(
            @Nullable String q,
            @Nullable String city,
            @Nullable String from,
            @Nullable String to,
            @Nullable String cursor) {

        Map<String, String> parameters() {
            var parameters = new LinkedHashMap<String, String>();
            add(parameters, "q", q);
            add(parameters, "city", city);
            add(parameters, "from", from);
            add(parameters, "to", to);
            add(parameters, "cursor", cursor);
            return parameters;
        }

        private static void add(Map<String, String> parameters, String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                parameters.put(name, value);
            }
        }
    }

    @GetMapping
    ModelAndView list(@ModelAttribute EventSearch search) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var page = new ModelAndView("event/list")
                .addObject("search", search)
                .addObject("year", today.getYear())
                .addObject("ranges", DayRange.usual(today));
        try {
            return found(page, events.search(search.parameters()));
        } catch (ApiProblem e) {
            if (!e.is(HttpStatus.BAD_REQUEST.value())) {
                throw e;
            }
            page.setStatus(HttpStatus.BAD_REQUEST);
            return found(page, Page.empty()).addObject("errors", texts.errors(e, Set.of()));
        }
    }

    private static ModelAndView found(ModelAndView page, Page<Event> events) {
        var cities =
                events.items().stream().map(Event::city).distinct().sorted().toList();
        return page.addObject("events", events.items())
                .addObject("next", events.next())
                .addObject("cities", cities.subList(0, Math.min(cities.size(), MOST_CITIES)));
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
