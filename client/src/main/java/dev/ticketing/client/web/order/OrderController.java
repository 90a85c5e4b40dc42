package dev.ticketing.client.web.order;

import dev.ticketing.client.api.OrdersApi;
import dev.ticketing.client.api.SeenTicket;
import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.ServiceAway;
import dev.ticketing.client.web.form.ProblemTexts;
import dev.ticketing.client.web.navigation.Done;
import dev.ticketing.client.web.navigation.SignInFirst;
import dev.ticketing.client.web.ticket.TicketPage;
import dev.ticketing.web.session.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** {@code /orders}: reserving a ticket, and one order. */
@Controller
@RequestMapping("/orders")
class OrderController {

    private static final String ORDER = "/{id:[0-9a-fA-F]{24}}";

    private final OrdersApi orders;
    private final Reservation reservation;
    private final TicketPage ticketPage;
    private final OrderPage page;
    private final ProblemTexts texts;

    OrderController(
            OrdersApi orders, Reservation reservation, TicketPage ticketPage, OrderPage page, ProblemTexts texts) {
        this.orders = orders;
        this.reservation = reservation;
        this.ticketPage = ticketPage;
        this.page = page;
        this.texts = texts;
    }

    @PostMapping
    ModelAndView purchase(
            Optional<CurrentUser> user,
            @RequestParam(defaultValue = "") String ticketId,
            @RequestParam(required = false) String price,
            @RequestParam(required = false) String version,
            HttpServletRequest request,
            HttpServletResponse response) {
        var ticket = SeenTicket.of(ticketId, price, version);
        if (user.isEmpty()) {
            PurchaseIntent.keep(ticket, request, response);
            throw new SignInFirst("/tickets/" + ticketId);
        }
        try {
            return new ModelAndView(
                    "redirect:/orders/" + reservation.reserve(ticket).id());
        } catch (ServiceAway e) {
            return ticketPage.refused(ticketId, texts.error("error.away.orders"), HttpStatus.SERVICE_UNAVAILABLE);
        } catch (ApiProblem e) {
            return notReserved(ticketId, e);
        }
    }

    private ModelAndView notReserved(String ticketId, ApiProblem problem) {
        if (!Set.of(403, 409, 429).contains(problem.status().value())) {
            throw problem;
        }
        var errors = texts.errors(problem, Set.of());
        return problem.is(409) && !problem.code().equals("price-changed")
                ? ticketPage.lost(ticketId, errors)
                : ticketPage.refused(ticketId, errors, problem.status());
    }

    @GetMapping(ORDER)
    ModelAndView show(
            CurrentUser user, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        return page.show(orders.find(id), BankReply.of(id, request), response);
    }

    /** Back from the bank. Stripe adds three parameters to the address; one is a secret, so all are removed. */
    @GetMapping(path = ORDER, params = "redirect_status")
    String backFromBank(
            CurrentUser user,
            @PathVariable String id,
            @RequestParam("redirect_status") String redirectStatus,
            HttpServletRequest request,
            HttpServletResponse response) {
        BankReply.keep(id, redirectStatus, request, response);
        return "redirect:/orders/" + id;
    }

    /** The same if Stripe does not send a status. */
    @GetMapping(
            path = ORDER,
            params = {"payment_intent_client_secret", "!redirect_status"})
    String withoutSecret(CurrentUser user, @PathVariable String id) {
        return "redirect:/orders/" + id;
    }

    @PostMapping(
            path = ORDER,
            params = {"cancel", "!confirmed"})
    ModelAndView askBeforeCancelling(CurrentUser user, @PathVariable String id) {
        return new ModelAndView("order/cancel", "order", orders.find(id));
    }

    @PostMapping(
            path = ORDER,
            params = {"cancel", "confirmed"})
    ModelAndView cancel(
            CurrentUser user, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        try {
            orders.cancel(id);
            Done.ORDER_CANCELLED.note(request, response);
            return new ModelAndView("redirect:/orders/" + id);
        } catch (ApiProblem e) {
            if (!e.is(409)) {
                throw e;
            }
            return page.refused(orders.find(id), texts.errors(e, Set.of()), HttpStatus.CONFLICT, response);
        }
    }
}
