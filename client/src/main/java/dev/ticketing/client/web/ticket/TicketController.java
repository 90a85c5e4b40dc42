package dev.ticketing.client.web.ticket;

import dev.ticketing.client.api.Ticket;
import dev.ticketing.client.api.TicketsApi;
import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.ServiceAway;
import dev.ticketing.client.api.selling.Draft;
import dev.ticketing.client.web.cache.TicketNews;
import dev.ticketing.client.web.form.KeptForm;
import dev.ticketing.client.web.form.ProblemTexts;
import dev.ticketing.client.web.navigation.Done;
import dev.ticketing.web.session.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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

    private final TicketsApi tickets;
    private final TicketPage page;
    private final TicketNews news;
    private final SellForm forms;
    private final ProblemTexts texts;

    TicketController(TicketsApi tickets, TicketPage page, TicketNews news, SellForm forms, ProblemTexts texts) {
        this.tickets = tickets;
        this.page = page;
        this.news = news;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping(ID)
    ModelAndView show(Optional<CurrentUser> user, @PathVariable String id) {
        return page.show(id, user);
    }

    /** After a purchase through signing in. */
    @GetMapping(path = ID, params = "refused")
    ModelAndView showWhyRefused(Optional<CurrentUser> user, @PathVariable String id, @RequestParam String refused) {
        return page.show(id, user, texts.refusal(refused));
    }

    @GetMapping("/new")
    ModelAndView sellPage(
            CurrentUser user,
            @RequestParam(defaultValue = "") String event,
            HttpServletRequest request,
            HttpServletResponse response) {
        return KeptForm.take(request, response)
                .map(kept -> forms.of("ticket/new", SellForm.draft(kept)))
                .orElseGet(() -> forms.empty("ticket/new", event, request));
    }

    /** For one more ticket of the same kind, and for a withdrawn one that is to be sold after all. */
    @GetMapping(ID + "/another")
    ModelAndView sellAnother(CurrentUser user, @PathVariable String id) {
        var ticket = tickets.find(id);
        requireSeller(user, ticket);
        return forms.of("ticket/new", forms.another(ticket));
    }

    @PostMapping("/new")
    ModelAndView sell(
            CurrentUser user,
            @ModelAttribute("draft") Draft draft,
            HttpServletRequest request,
            HttpServletResponse response) {
        return changing(
                () -> {
                    var id = tickets.list(forms.understood(draft)).id();
                    Done.TICKET_LISTED.note(request, response);
                    return id;
                },
                () -> forms.notNow("ticket/new", draft),
                problem -> forms.refused("ticket/new", draft, problem));
    }

    private ModelAndView changing(
            Supplier<String> change, Supplier<ModelAndView> away, Function<ApiProblem, ModelAndView> refused) {
        try {
            var id = change.get();
            news.changed();
            return new ModelAndView("redirect:/tickets/" + id);
        } catch (ServiceAway e) {
            return away.get();
        } catch (ApiProblem e) {
            return refused.apply(e);
        }
    }

    @GetMapping(ID + "/edit")
    ModelAndView editPage(
            CurrentUser user, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        var ticket = tickets.find(id);
        requireSeller(user, ticket);
        var kept = KeptForm.take(request, response).orElse(Map.of());
        var now = forms.draft(ticket);
        var draft = kept.isEmpty() ? now : SellForm.draft(kept).withDetailsOf(now);
        return forms.of("ticket/edit", draft)
                .addObject("id", id)
                .addObject("ticket", ticket)
                .addObject("version", kept.getOrDefault("version", String.valueOf(ticket.version())));
    }

    @PostMapping(ID + "/edit")
    ModelAndView edit(
            CurrentUser user,
            @PathVariable String id,
            @RequestParam(required = false) Long version,
            @ModelAttribute("draft") Draft draft,
            HttpServletRequest request,
            HttpServletResponse response) {
        return editing(id, version, draft, () -> {
            tickets.change(id, version, forms.understood(draft));
            Done.TICKET_SAVED.note(request, response);
        });
    }

    private ModelAndView editing(String id, Long version, Draft draft, Runnable edit) {
        return changing(
                () -> {
                    edit.run();
                    return id;
                },
                () -> forms.notNow("ticket/edit", draft).addObject("id", id).addObject("version", version),
                problem -> notChanged(id, version, draft, problem));
    }

    @PostMapping(
            path = ID + "/edit",
            params = {"withdraw", "!confirmed"})
    ModelAndView askBeforeWithdrawal(
            CurrentUser user, @PathVariable String id, @RequestParam(required = false) Long version) {
        var ticket = tickets.find(id);
        requireSeller(user, ticket);
        return new ModelAndView("ticket/withdraw").addObject("ticket", ticket).addObject("version", version);
    }

    @PostMapping(
            path = ID + "/edit",
            params = {"withdraw", "confirmed"})
    ModelAndView withdraw(
            CurrentUser user,
            @PathVariable String id,
            @RequestParam(required = false) Long version,
            @ModelAttribute("draft") Draft draft,
            HttpServletRequest request,
            HttpServletResponse response) {
        return editing(id, version, draft, () -> {
            tickets.withdraw(id, version);
            Done.TICKET_WITHDRAWN.note(request, response);
        });
    }

    /** A seller who has not seen the latest version sees the changes, and decides again. */
    private ModelAndView notChanged(String id, Long version, Draft draft, ApiProblem problem) {
        if (!problem.is(412)) {
            return forms.refused("ticket/edit", draft, problem)
                    .addObject("id", id)
                    .addObject("version", version);
        }
        var now = tickets.find(id);
        var why = now.isAvailable()
                ? problem
                : new ApiProblem(HttpStatus.CONFLICT, "ticket-" + now.status(), problem.getMessage(), List.of());
        return forms.refused("ticket/edit", draft, why)
                .addObject("id", id)
                .addObject("version", now.version())
                .addObject("now", now);
    }

    private static void requireSeller(CurrentUser user, Ticket ticket) {
        if (!user.id().equals(ticket.userId())) {
            throw new ErrorResponseException(HttpStatus.FORBIDDEN);
        }
    }
}
