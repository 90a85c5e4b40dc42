package dev.ticketing.client.web.ticket;

import dev.ticketing.client.api.ApiProblem;
import dev.ticketing.client.api.ServiceAway;
import dev.ticketing.client.api.Ticket;
import dev.ticketing.client.api.TicketsApi;
import dev.ticketing.client.api.TicketsApi.Draft;
import dev.ticketing.client.web.live.TicketNews;
import dev.ticketing.client.web.site.ProblemTexts;
import dev.ticketing.client.web.site.TypedAmount;
import dev.ticketing.web.CurrentUser;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /tickets}: one ticket, for its buyers and its seller. Every form is posted to the page that shows it. */
@Controller
@RequestMapping("/tickets")
class TicketController {

    private static final String ID = "/{id:[0-9a-fA-F]{24}}";
    private static final Set<String> FIELDS = Set.of("title", "price", "currency");

    private final TicketsApi tickets;
    private final TicketPage page;
    private final TicketNews news;
    private final ProblemTexts texts;

    TicketController(TicketsApi tickets, TicketPage page, TicketNews news, ProblemTexts texts) {
        this.tickets = tickets;
        this.page = page;
        this.news = news;
        this.texts = texts;
    }

    @GetMapping(ID)
    ModelAndView show(Optional<CurrentUser> user, @PathVariable String id) {
        return page.show(id, user);
    }

    @GetMapping("/new")
    ModelAndView sellPage(CurrentUser user) {
        return form("ticket/new", new Draft("", "", "usd"));
    }

    @PostMapping("/new")
    ModelAndView sell(CurrentUser user, @ModelAttribute("draft") Draft draft) {
        try {
            var id = tickets.list(plain(draft)).id();
            news.changed();
            return new ModelAndView("redirect:/tickets/" + id);
        } catch (ServiceAway e) {
            return notNow("ticket/new", draft);
        } catch (ApiProblem e) {
            return refused("ticket/new", draft, e);
        }
    }

    @GetMapping(ID + "/edit")
    ModelAndView editPage(CurrentUser user, @PathVariable String id) {
        var ticket = tickets.find(id);
        requireSeller(user, ticket);
        return form("ticket/edit", new Draft(ticket.title(), ticket.money().plain(), ticket.currency()))
                .addObject("id", id)
                .addObject("version", ticket.version());
    }

    @PostMapping(ID + "/edit")
    ModelAndView edit(
            CurrentUser user,
            @PathVariable String id,
            @RequestParam(required = false) Long version,
            @ModelAttribute("draft") Draft draft) {
        try {
            tickets.change(id, version, plain(draft));
            news.changed();
            return new ModelAndView("redirect:/tickets/" + id);
        } catch (ServiceAway e) {
            return notNow("ticket/edit", draft).addObject("id", id).addObject("version", version);
        } catch (ApiProblem e) {
            return notChanged(id, version, draft, e);
        }
    }

    @PostMapping(path = ID + "/edit", params = "withdraw")
    ModelAndView withdraw(
            CurrentUser user,
            @PathVariable String id,
            @RequestParam(required = false) Long version,
            @ModelAttribute("draft") Draft draft) {
        try {
            tickets.withdraw(id, version);
            news.changed();
            return new ModelAndView("redirect:/tickets/" + id);
        } catch (ServiceAway e) {
            return notNow("ticket/edit", draft).addObject("id", id).addObject("version", version);
        } catch (ApiProblem e) {
            return notChanged(id, version, draft, e);
        }
    }

    /** Who has not seen the latest version is shown what has come between, and decides again. */
    private ModelAndView notChanged(String id, Long version, Draft draft, ApiProblem problem) {
        if (!problem.is(412)) {
            return refused("ticket/edit", draft, problem).addObject("id", id).addObject("version", version);
        }
        var now = tickets.find(id);
        var why = now.isAvailable()
                ? problem
                : new ApiProblem(HttpStatus.CONFLICT, "ticket-" + now.status(), problem.getMessage(), List.of());
        return refused("ticket/edit", draft, why)
                .addObject("id", id)
                .addObject("version", now.version())
                .addObject("now", now);
    }

    private static void requireSeller(CurrentUser user, Ticket ticket) {
        if (!user.id().equals(ticket.userId())) {
            throw new ErrorResponseException(HttpStatus.FORBIDDEN);
        }
    }

    private static Draft plain(Draft typed) {
        return new Draft(typed.title(), TypedAmount.plain(typed.price()), typed.currency());
    }

    private static ModelAndView form(String template, Draft draft) {
        return new ModelAndView(template).addObject("draft", draft);
    }

    /** The form again, with what was typed and what is wrong with it; other refusals have pages of their own. */
    private ModelAndView refused(String template, Draft draft, ApiProblem problem) {
        if (!Set.of(400, 409, 412).contains(problem.status().value())) {
            throw problem;
        }
        var page = form(template, draft).addObject("errors", texts.errors(problem, FIELDS));
        page.setStatus(problem.status());
        return page;
    }

    private ModelAndView notNow(String template, Draft draft) {
        var page = form(template, draft).addObject("errors", texts.error("error.away.tickets"));
        page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        return page;
    }
}
