package dev.ticketing.client.web.ticket;

import dev.ticketing.client.api.Order;
import dev.ticketing.client.api.OrdersApi;
import dev.ticketing.client.api.Ticket;
import dev.ticketing.client.api.TicketsApi;
import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.ServiceAway;
import dev.ticketing.client.web.form.FormErrors;
import dev.ticketing.web.session.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A ticket as anyone sees it. If it is not available, the page shows others with the same title. */
@Component
public class TicketPage {

    private static final int ALTERNATIVES = 5;

    private final TicketsApi tickets;
    private final OrdersApi orders;

    TicketPage(TicketsApi tickets, OrdersApi orders) {
        this.tickets = tickets;
        this.orders = orders;
    }

    ModelAndView show(String id, Optional<CurrentUser> user) {
        return show(id, user, FormErrors.NONE);
    }

    /** @param errors why the visitor's purchase was refused */
    ModelAndView show(String id, Optional<CurrentUser> user, FormErrors errors) {
        var ticket = tickets.find(id);
        var page = new ModelAndView("ticket/show", Map.of("ticket", ticket, "errors", errors));
        if (ticket.isAvailable()
                || user.filter(who -> who.id().equals(ticket.userId())).isPresent()) {
            return page;
        }
        var own = user.isPresent() && !ticket.isWithdrawn() ? ownOrder(id) : Optional.<Order>empty();
        return own.isPresent()
                ? page.addObject("ownOrder", own.get())
                : page.addObject("alternatives", alternatives(ticket));
    }

    /** The page again, with the error of the purchase. */
    public ModelAndView refused(String id, FormErrors errors, HttpStatusCode status) {
        return refused(tickets.find(id), errors, status);
    }

    private static ModelAndView refused(Ticket ticket, FormErrors errors, HttpStatusCode status) {
        return new ModelAndView("ticket/show", Map.of("ticket", ticket, "errors", errors), status);
    }

    /** The page again, with similar tickets: someone else has reserved the ticket. */
    public ModelAndView lost(String id, FormErrors errors) {
        var ticket = tickets.find(id);
        return refused(ticket, errors, HttpStatus.CONFLICT).addObject("alternatives", alternatives(ticket));
    }

    private Optional<Order> ownOrder(String ticketId) {
        try {
            return orders.findFor(ticketId);
        } catch (ServiceAway | ApiProblem e) {
            return Optional.empty();
        }
    }

    /** Cheapest first; empty while tickets-service is unavailable. */
    private List<Ticket> alternatives(Ticket ticket) {
        try {
            return tickets
                    .search(Map.of("q", ticket.title(), "sort", "price", "currency", ticket.currency()))
                    .items()
                    .stream()
                    .filter(other -> other.title().equalsIgnoreCase(ticket.title()))
                    .filter(other -> !other.id().equals(ticket.id()))
                    .limit(ALTERNATIVES)
                    .toList();
        } catch (ServiceAway | ApiProblem e) {
            return List.of();
        }
    }
}
