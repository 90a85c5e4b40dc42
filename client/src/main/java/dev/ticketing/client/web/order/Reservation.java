package dev.ticketing.client.web.order;

import dev.ticketing.client.api.Order;
import dev.ticketing.client.api.OrdersApi;
import dev.ticketing.client.api.SeenTicket;
import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.ServiceAway;
import org.springframework.stereotype.Component;

/** Reserving a ticket for the visitor. */
@Component
public class Reservation {

    private final OrdersApi orders;

    Reservation(OrdersApi orders) {
        this.orders = orders;
    }

    /**
     * A second click leads to the existing order.
     *
     * @throws ApiProblem if the ticket cannot be reserved
     */
    Order reserve(SeenTicket ticket) {
        try {
            return orders.place(ticket);
        } catch (ApiProblem e) {
            if (!e.code().equals("ticket-reserved")) {
                throw e;
            }
            return orders.findFor(ticket.id()).orElseThrow(() -> e);
        }
    }

    /** @return path of the order, or of the ticket's page, which shows why there is none */
    public String reserveAndGoOn(SeenTicket ticket) {
        try {
            return "/orders/" + reserve(ticket).id();
        } catch (ApiProblem e) {
            return "/tickets/" + ticket.id() + "?refused=" + e.code();
        } catch (ServiceAway e) {
            return "/tickets/" + ticket.id() + "?refused=orders-away";
        }
    }
}
