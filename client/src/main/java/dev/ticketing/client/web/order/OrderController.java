package dev.ticketing.client.web.order;

import dev.ticketing.client.api.ApiProblem;
import dev.ticketing.client.api.Order;
import dev.ticketing.client.api.OrdersApi;
import dev.ticketing.client.api.ServiceAway;
import dev.ticketing.client.web.site.ProblemTexts;
import dev.ticketing.client.web.site.SignInFirst;
import dev.ticketing.client.web.ticket.TicketPage;
import dev.ticketing.web.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /orders}: reserving a ticket, and the buyer's orders. */
@Controller
@RequestMapping("/orders")
class OrderController {

    /** By which a buyer can filter, in the order of a purchase. */
    private static final List<String> STATUSES = List.of("created", "awaiting:payment", "complete", "cancelled");

    private final OrdersApi orders;
    private final TicketPage ticketPage;
    private final OrderPage page;
    private final ProblemTexts texts;

    OrderController(OrdersApi orders, TicketPage ticketPage, OrderPage page, ProblemTexts texts) {
        this.orders = orders;
        this.ticketPage = ticketPage;
        this.page = page;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView list(
            CurrentUser user,
            @RequestParam(required = false) String status,
            @RequestParam(required = false) String cursor) {
        var wanted = STATUSES.stream().filter(one -> one.equals(status)).toList();
        var found = orders.list(wanted, cursor);
        return new ModelAndView("order/list")
                .addObject("orders", found.items())
                .addObject("next", found.next())
                .addObject("status", wanted.isEmpty() ? null : wanted.getFirst())
                .addObject("statuses", STATUSES);
    }

    @PostMapping
    ModelAndView purchase(Optional<CurrentUser> user, @RequestParam(defaultValue = "") String ticketId) {
        if (user.isEmpty()) {
            throw new SignInFirst("/tickets/" + ticketId);
        }
        try {
            return to(orders.place(ticketId));
        } catch (ServiceAway e) {
            return ticketPage.refused(ticketId, texts.error("error.away.orders"), HttpStatus.SERVICE_UNAVAILABLE);
        } catch (ApiProblem e) {
            return notReserved(ticketId, e);
        }
    }

    /** Who presses the button twice gets to the order that he has already. */
    private ModelAndView notReserved(String ticketId, ApiProblem problem) {
        if (problem.code().equals("ticket-reserved")) {
            var own = orders.findOpenFor(ticketId);
            if (own.isPresent()) {
                return to(own.get());
            }
        }
        if (!Set.of(403, 409, 429).contains(problem.status().value())) {
            throw problem;
        }
        return ticketPage.refused(ticketId, texts.errors(problem, Set.of()), problem.status());
    }

    private static ModelAndView to(Order order) {
        return new ModelAndView("redirect:/orders/" + order.id());
    }

    /** @param redirectStatus what Stripe says about the bank's page when it sends the buyer back */
    @GetMapping("/{id:[0-9a-fA-F]{24}}")
    ModelAndView show(
            CurrentUser user,
            @PathVariable String id,
            @RequestParam(name = "redirect_status", required = false) String redirectStatus,
            HttpServletResponse response) {
        return page.show(orders.find(id), "succeeded".equals(redirectStatus), response);
    }

    @PostMapping(path = "/{id:[0-9a-fA-F]{24}}", params = "cancel")
    ModelAndView cancel(CurrentUser user, @PathVariable String id, HttpServletResponse response) {
        try {
            orders.cancel(id);
            return new ModelAndView("redirect:/orders/" + id);
        } catch (ApiProblem e) {
            if (!e.is(409)) {
                throw e;
            }
            return page.refused(orders.find(id), texts.errors(e, Set.of()), HttpStatus.CONFLICT, response);
        }
    }
}
