package dev.ticketing.client.web.ticket;

import dev.ticketing.client.api.ApiProblem;
import dev.ticketing.client.api.OrdersApi;
import dev.ticketing.client.api.ServiceAway;
import dev.ticketing.client.api.Ticket;
import dev.ticketing.client.api.TicketsApi;
import dev.ticketing.client.api.TicketsApi.Draft;
import dev.ticketing.client.web.site.ProblemTexts;
import dev.ticketing.web.CurrentUser;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /tickets}: one ticket, for its buyers and its seller. Every form is posted to the page that shows it. */
@Controller
@RequestMapping("/tickets")
class TicketController {

    private static final String ID = "/{id:[0-9a-fA-F]{24}}";
    private static final Set<String> FIELDS = Set.of("title", "price", "currency");

    private final TicketsApi tickets;
    private final OrdersApi orders;
    private final ProblemTexts texts;

    TicketController(TicketsApi tickets, OrdersApi orders, ProblemTexts texts) {
        this.tickets = tickets;
        this.orders = orders;
        this.texts = texts;
    }

    @GetMapping(ID)
    ModelAndView show(Optional<CurrentUser> user, @PathVariable String id) {
        var ticket = tickets.find(id);
        var page = new ModelAndView("ticket/show", Map.of("ticket", ticket));
        if (ticket.isReserved() && user.isPresent()) {
            ownOrder(id).ifPresent(orderId -> page.addObject("ownOrderId", orderId));
        }
        return page;
    }

    private Optional<String> ownOrder(String ticketId) {
        try {
            return orders.findOpenFor(ticketId).map(order -> order.id());
        } catch (ServiceAway e) {
            return Optional.empty();
        }
    }

    @GetMapping("/new")
    ModelAndView sellPage(CurrentUser user) {
        return form("ticket/new", new Draft("", "", "usd"));
    }

    @PostMapping("/new")
    ModelAndView sell(CurrentUser user, @ModelAttribute("draft") Draft draft) {
        try {
            return new ModelAndView("redirect:/tickets/" + tickets.list(draft).id());
        } catch (ApiProblem e) {
            return refused("ticket/new", draft, e);
        }
    }

    @GetMapping(ID + "/edit")
    ModelAndView editPage(CurrentUser user, @PathVariable String id) {
        var ticket = tickets.find(id);
        requireSeller(user, ticket);
        return form("ticket/edit", new Draft(ticket.title(), ticket.money().plain(), ticket.currency()))
                .addObject("id", id);
    }

    @PostMapping(ID + "/edit")
    ModelAndView edit(CurrentUser user, @PathVariable String id, @ModelAttribute("draft") Draft draft) {
        try {
            tickets.change(id, draft);
            return new ModelAndView("redirect:/tickets/" + id);
        } catch (ApiProblem e) {
            return refused("ticket/edit", draft, e).addObject("id", id);
        }
    }

    @PostMapping(path = ID + "/edit", params = "withdraw")
    ModelAndView withdraw(CurrentUser user, @PathVariable String id, @ModelAttribute("draft") Draft draft) {
        try {
            tickets.withdraw(id);
            return new ModelAndView("redirect:/tickets/" + id);
        } catch (ApiProblem e) {
            return refused("ticket/edit", draft, e).addObject("id", id);
        }
    }

    private static void requireSeller(CurrentUser user, Ticket ticket) {
        if (!user.id().equals(ticket.userId())) {
            throw new ErrorResponseException(HttpStatus.FORBIDDEN);
        }
    }

    private static ModelAndView form(String template, Draft draft) {
        return new ModelAndView(template).addObject("draft", draft);
    }

    /** The form again, with what was typed and what is wrong with it; other refusals have pages of their own. */
    private ModelAndView refused(String template, Draft draft, ApiProblem problem) {
        if (!problem.is(400) && !problem.is(409)) {
            throw problem;
        }
        var page = form(template, draft).addObject("errors", texts.errors(problem, FIELDS));
        page.setStatus(problem.status());
        return page;
    }
}
