package dev.ticketing.client.web.ticket;

import dev.ticketing.client.api.ApiProblem;
import dev.ticketing.client.api.Page;
import dev.ticketing.client.api.Ticket;
import dev.ticketing.client.web.site.LastSearch;
import dev.ticketing.client.web.site.ProblemTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** {@code /}: the tickets for sale. */
@Controller
class SearchController {

    private static final Set<String> FIELDS = Set.of("q", "minPrice", "maxPrice", "sort");

    private final FoundTickets tickets;
    private final ProblemTexts texts;

    SearchController(FoundTickets tickets, ProblemTexts texts) {
        this.tickets = tickets;
        this.texts = texts;
    }

    @GetMapping("/")
    ModelAndView search(
            @ModelAttribute("search") TicketSearch search, HttpServletRequest request, HttpServletResponse response) {
        // htmx shows this address in place of the one that it made of the form
        response.setHeader("HX-Replace-Url", search.address());
        try {
            var page = page(search, tickets.by(search));
            LastSearch.keep(search.address(), request, response);
            return page;
        } catch (ApiProblem e) {
            if (!e.is(400)) {
                throw e;
            }
            var page = page(search, Page.empty()).addObject("errors", texts.errors(e, FIELDS));
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    private static ModelAndView page(TicketSearch search, Page<Ticket> found) {
        return new ModelAndView("ticket/search")
                .addObject("tickets", found.items())
                .addObject("total", found.total())
                .addObject("next", found.next() == null ? null : search.from(found.next()));
    }
}
