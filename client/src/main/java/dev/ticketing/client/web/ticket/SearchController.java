package dev.ticketing.client.web.ticket;

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

/** {@code /}: the tickets on sale. */
@Controller
class SearchController {

    private static final Set<String> FIELDS = Set.of("q", "minPrice", "maxPrice", "currency", "sort");

    private final FoundTickets tickets;
    private final ProblemTexts texts;
    private final AmountTexts amounts;
    private final VisitorCurrency currency;

    SearchController(FoundTickets tickets, ProblemTexts texts, AmountTexts amounts, VisitorCurrency currency) {
        this.tickets = tickets;
        this.texts = texts;
        this.amounts = amounts;
        this.currency = currency;
    }

    @GetMapping("/")
    ModelAndView search(
            @ModelAttribute("search") TicketSearch typed,
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
            var page = page(search, tickets.by(search));
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
    private TicketSearch inCurrency(TicketSearch search, HttpServletRequest request) {
        return search.comparesPrices() && search.currency() == null
                ? search.in(currency.of(request).code())
                : search;
    }

    /** Amounts that cannot be read, or can be read in two ways. */
    private FormErrors mistakes(TicketSearch typed, Locale locale) {
        var mistakes = new LinkedHashMap<String, List<String>>();
        prices(typed).forEach((field, price) -> {
            var amount = TypedAmount.read(price, locale);
            if (price != null && amount.plain().isEmpty()) {
                mistakes.put(field, List.of(amounts.bound("invalid." + field, amount)));
            }
        });
        return new FormErrors(List.of(), mistakes);
    }

    private FormErrors reworded(FormErrors errors, TicketSearch typed, Locale locale) {
        var reworded = errors;
        for (var price : prices(typed).entrySet()) {
            var amount = TypedAmount.read(price.getValue(), locale);
            reworded = reworded.reworded(price.getKey(), amounts.bound("invalid." + price.getKey(), amount));
        }
        return reworded;
    }

    private static Map<String, String> prices(TicketSearch search) {
        var prices = new LinkedHashMap<String, String>();
        prices.put("minPrice", search.minPrice());
        prices.put("maxPrice", search.maxPrice());
        return prices;
    }

    private ModelAndView refused(TicketSearch search, FormErrors errors) {
        var page = page(search, Page.empty()).addObject("errors", errors);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private ModelAndView page(TicketSearch search, Page<Ticket> found) {
        return new ModelAndView("ticket/search")
                .addObject("search", search)
                .addObject("currencies", currency.all())
                .addObject("tickets", found.items())
                .addObject("total", found.total())
                .addObject("next", found.next() == null ? null : search.from(found.next()));
    }
}
