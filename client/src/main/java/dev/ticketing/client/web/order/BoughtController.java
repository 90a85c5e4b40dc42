package dev.ticketing.client.web.order;

import dev.ticketing.client.api.OrdersApi;
import dev.ticketing.web.session.CurrentUser;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /tickets/mine}: the tickets that the visitor has bought. */
@Controller
class BoughtController {

    private final OrdersApi orders;

    BoughtController(OrdersApi orders) {
        this.orders = orders;
    }

    @GetMapping("/tickets/mine")
    ModelAndView list(CurrentUser user, @RequestParam(required = false) String cursor) {
        var found = orders.list(List.of("complete"), cursor);
        return new ModelAndView("order/bought")
                .addObject("orders", found.items())
                .addObject("next", found.next());
    }
}
