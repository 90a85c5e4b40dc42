package dev.ticketing.client.web.order;

import dev.ticketing.client.api.OrdersApi;
import dev.ticketing.client.api.http.ServiceAway;
import dev.ticketing.client.api.selling.ContentApi;
import dev.ticketing.web.session.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** {@code /orders/:id/ticket}: the bought ticket, to show at the entrance. A browser that has opened it has it offline. */
@Controller
class PassController {

    private final OrdersApi orders;
    private final ContentApi contents;

    PassController(OrdersApi orders, ContentApi contents) {
        this.orders = orders;
        this.contents = contents;
    }

    @GetMapping("/orders/{id:[0-9a-fA-F]{24}}/ticket")
    ModelAndView show(CurrentUser user, @PathVariable String id) {
        var order = orders.find(id);
        if (!order.isComplete()) {
            throw new ErrorResponseException(HttpStatus.NOT_FOUND);
        }
        var page = new ModelAndView("order/ticket").addObject("order", order);
        try {
            return page.addObject("content", contents.find(order.ticket().id()).orElse(null));
        } catch (ServiceAway e) {
            page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
            return page.addObject("away", true);
        }
    }
}
