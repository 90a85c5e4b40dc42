package dev.ticketing.client.web.ticket;

import dev.ticketing.client.api.ApiProblem;
import dev.ticketing.client.api.OrdersApi;
import dev.ticketing.client.api.ServiceAway;
import dev.ticketing.client.api.Ticket;
import dev.ticketing.client.api.TicketsApi;
import dev.ticketing.client.web.site.FormErrors;
import dev.ticketing.web.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A ticket as anybody sees it; for who cannot have it, others with the same title. */
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
        var ticket = tickets.find(id);
        var page = new ModelAndView("ticket/show", Map.of("ticket", ticket));
        if (ticket.isAvailable()
                || user.filter(who -> who.id().equals(ticket.userId())).isPresent()) {
            return page;
        }
        if (ticket.isReserved() && user.isPresent()) {
            ownOrder(id).ifPresent(orderId -> page.addObject("ownOrderId", orderId));
        }
        return page.addObject("alternatives", alternatives(ticket));
    }

    /** The page again, with what went wrong while purchasing. */
    public ModelAndView refused(String id, FormErrors errors, HttpStatusCode status) {
        var ticket = tickets.find(id);
        var page = new ModelAndView("ticket/show", Map.of("ticket", ticket, "errors", errors), status);
        return status.value() == 409 ? page.addObject("alternatives", alternatives(ticket)) : page;
    }

    private Optional<String> ownOrder(String ticketId) {
        try {
            return orders.findOpenFor(ticketId).map(order -> order.id());
        } catch (ServiceAway | ApiProblem e) {
            return Optional.empty();
        }
    }

    /** Cheapest first; none while nobody can tell. */
    private List<Ticket> alternatives(Ticket ticket) {
        try {
            return tickets.search(Map.of("q", ticket.title(), "sort", "price")).items().stream()
                    .filter(other -> other.title().equalsIgnoreCase(ticket.title()))
                    .filter(other -> !other.id().equals(ticket.id()))
                    .limit(ALTERNATIVES)
                    .toList();
        } catch (ServiceAway | ApiProblem e) {
            return List.of();
        }
    }
}
