package dev.ticketing.client.web.search;

import dev.ticketing.client.api.Event;
import dev.ticketing.client.api.Ticket;
import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.Page;
import dev.ticketing.client.web.form.FormErrors;
import dev.ticketing.client.web.form.ProblemTexts;
import dev.ticketing.client.web.i18n.AmountTexts;
import dev.ticketing.client.web.i18n.TypedAmount;
import dev.ticketing.client.web.i18n.VisitorCurrency;
import dev.ticketing.client.web.navigation.LastSearch;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** {@code /}: what is for sale, by event, and the tickets without an event. */
@Controller
class HomeController {

    private static final Set<String> FIELDS =
            Set.of("q", "city", "from", "to", "minPrice", "maxPrice", "currency", "sort");

    private static final int MOST_CITIES = 14;

    private final Found found;
    private final ProblemTexts texts;
    private final AmountTexts amounts;
    private final VisitorCurrency currency;
    private final Clock clock;

    HomeController(Found found, ProblemTexts texts, AmountTexts amounts, VisitorCurrency currency, Clock clock) {
        this.found = found;
        this.clock = clock;
        this.texts = texts;
        this.amounts = amounts;
        this.currency = currency;
    }

    @GetMapping("/")
    ModelAndView search(
            @ModelAttribute("search") HomeSearch typed,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        currency.find(typed.currency()).ifPresent(chosen -> currency.keep(chosen, request, response));
        var search = inCurrency(typed.understood(locale), request);
        // htmx shows this address instead of the one that it built from the form
        response.setHeader("HX-Replace-Url", search.address());
        var mistakes = mistakes(typed, locale);
        if (!mistakes.isEmpty()) {
            return refused(search, mistakes);
        }
        try {
            var page = page(search, found.events(search), found.tickets(search));
            LastSearch.keep(search.address(), request, response);
            return page;
        } catch (ApiProblem e) {
            if (!e.is(400)) {
                throw e;
            }
            return refused(search, reworded(texts.errors(e, FIELDS), typed, locale));
        }
    }

    /** Prices are compared within one currency: the visitor's, if the search has none. */
    private HomeSearch inCurrency(HomeSearch search, HttpServletRequest request) {
        return search.comparesPrices() && search.currency() == null
                ? search.in(currency.of(request).code())
                : search;
    }

    /** Amounts that cannot be read, or can be read in two ways. */
    private FormErrors mistakes(HomeSearch typed, Locale locale) {
        var mistakes = new LinkedHashMap<String, List<String>>();
        prices(typed).forEach((field, price) -> {
            var amount = TypedAmount.read(price, locale);
            if (price != null && amount.plain().isEmpty()) {
                mistakes.put(field, List.of(amounts.bound("invalid." + field, amount)));
            }
        });
        return new FormErrors(List.of(), mistakes);
    }

    private FormErrors reworded(FormErrors errors, HomeSearch typed, Locale locale) {
        var reworded = errors;
        for (var price : prices(typed).entrySet()) {
            var amount = TypedAmount.read(price.getValue(), locale);
            reworded = reworded.reworded(price.getKey(), amounts.bound("invalid." + price.getKey(), amount));
        }
        return reworded;
    }

    private static Map<String, String> prices(HomeSearch search) {
        var prices = new LinkedHashMap<String, String>();
        prices.put("minPrice", search.minPrice());
        prices.put("maxPrice", search.maxPrice());
        return prices;
    }

    private ModelAndView refused(HomeSearch search, FormErrors errors) {
        var page = page(search, Page.empty(), Page.empty()).addObject("errors", errors);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private ModelAndView page(HomeSearch search, Page<Event> events, Page<Ticket> tickets) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new ModelAndView("search/home")
                .addObject("search", search)
                .addObject("year", today.getYear())
                .addObject("ranges", DayRange.usual(today))
                .addObject("events", events.items())
                .addObject("cities", cities(events.items()))
                .addObject("nextEvents", events.next() == null ? null : search.eventsFrom(events.next()))
                .addObject("currencies", currency.all())
                .addObject("tickets", tickets.items())
                .addObject("total", tickets.total())
                .addObject("next", tickets.next() == null ? null : search.ticketsFrom(tickets.next()));
    }

    private static List<String> cities(List<Event> events) {
        return events.stream()
                .map(Event::city)
                .distinct()
                .limit(MOST_CITIES)
                .sorted()
                .toList();
    }

    /** The list of events was here before. */
    @GetMapping("/events")
    RedirectView events() {
        var home = new RedirectView("/");
        home.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        home.setPropagateQueryParams(true);
        home.setExpandUriTemplateVariables(false); // braces of a query are no template
        return home;
    }
}
